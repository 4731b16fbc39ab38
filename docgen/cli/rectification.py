"""`docgen rectification`: what is to be rectified, what is closed."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "rectification",
    (DocumentKind.RECTIFICATION_NOTICE, DocumentKind.CLOSING_CONFIRMATION),
    help="给月末还有未销号问题的每个单位出一份整改通知，给当月有问题销号的单位出一份销号确认单。",
    short_help="整改通知和销号确认单",
    template=False,  # two kinds of documents have two templates
)
