"""`docgen report`: the progress reports due on the 报送日."""

from docgen.cli.documents import document_command
from docgen.model.settings import DocumentKind

command = document_command(
    "report",
    (DocumentKind.PROGRESS_REPORT,),
    help="生成报给领导小组办公室的工作进度报告：全县一份，每个乡镇（街道）一份，数字截到报送日。",
    short_help="报送日的工作进度报告",
)
