"""Official documents of a 挂牌督战 campaign, from one workbook to Word and PDF in the layout of GB/T 9704-2012."""

__version__ = "0.1.0"
