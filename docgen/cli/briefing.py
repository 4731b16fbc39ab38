"""`docgen briefing`: the month's briefing."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "briefing",
    (DocumentKind.MONTHLY_BRIEFING,),
    help="生成督战工作简报：总体情况、乡镇排名、问题分类、成效、突出问题、黄牌和约谈、下月重点，带图。",
    short_help="督战工作简报",
    by_township=True,
)
