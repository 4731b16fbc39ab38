"""`docgen escalation`: the report that asks for 追责问责."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "escalation",
    (DocumentKind.ESCALATION_REPORT,),
    help="约谈后整改效果仍不明显的，生成提请追责问责的报告（上行文）。",
    short_help="提请追责问责的报告",
)
