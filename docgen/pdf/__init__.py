"""From the rendered .docx to PDF: read (docx → source records), lay out (→ pages), write (→ PDF bytes)."""
