"""`docgen circular`: the circular of the month's cards."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "circular",
    (DocumentKind.CARD_CIRCULAR,),
    help="生成当月“黄牌”警告情况的通报，发各单位。",
    short_help="黄牌警告情况的通报",
    only=False,
)
