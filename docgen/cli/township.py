"""`docgen township`: the townships' plans."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "township",
    (DocumentKind.TOWNSHIP_PLAN,),
    help="由数据生成各乡镇（街道）的专项实施方案：本乡镇的村、安置点、领导、专班、任务和时限，自己的文号。与县方案矛盾的地方会提醒。",
    short_help="每个乡镇（街道）一份专项实施方案",
    monthly=False,
)
