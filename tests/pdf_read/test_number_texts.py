"""Figures of charts, as the format codes of a spreadsheet write them."""

import pytest

from docgen.pdf.reading.drawings.charts.number_texts import number_text


@pytest.mark.parametrize(
    "value, code, expected",
    [
        (12.5, "General", "12.5"),
        (100000.0, "G/通用格式", "100000"),
        (12.5, "0", "12"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.725, "0.0%", "72.5%"),
        (3.0, '0"个"', "3个"),
        (3.0, '"第"0"期"', "第3期"),
        (-1.5, "0.0_ ;[红色]-0.0", "-1.5"),
        (45356.0, "yyyy/m/d", "2024/3/5"),
        (45356.0, 'm"月"d"日"', "3月5日"),
        (45356.0, "yy-mm-dd", "24-03-05"),
        (1e300, "yyyy/m/d", "1e+300"),
        (2.0, "@", "2"),
    ],
)
def test_the_text_of_a_figure(value, code, expected):
    assert number_text(value, code) == expected
