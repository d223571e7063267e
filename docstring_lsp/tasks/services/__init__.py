"""The services that come with the package, a file each."""
