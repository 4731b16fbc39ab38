"""`docgen yellow-card`: the notices of the month's cards."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "yellow-card",
    (DocumentKind.YELLOW_CARD_NOTICE,),
    help="给当月被“黄牌”警告的每个单位出一份黄牌警告通知书，带送达回执。",
    short_help="黄牌警告通知书",
)
