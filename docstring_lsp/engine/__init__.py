"""The engine: from facts to a draft, by the provider that is asked."""
