"""Python source: text, definitions, facts and proven edits; knows no style, server or provider."""
