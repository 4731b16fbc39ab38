"""The model is the schema: frozen records, each field declared once with its Chinese name and an example."""
