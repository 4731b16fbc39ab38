"""Reading a .docx: each module turns one kind of its XML (styles, paragraphs, tables, sections …) into records."""
