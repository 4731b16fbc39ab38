"""`docgen interview`: notices and records of interviews."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "interview",
    (DocumentKind.INTERVIEW_NOTICE, DocumentKind.INTERVIEW_RECORD),
    help="给当月达到约谈门槛的单位出约谈通知书和约谈记录；还没有谈的，记录是手填的表。",
    short_help="约谈通知书和约谈记录",
    template=False,  # two kinds of documents have two templates
)
