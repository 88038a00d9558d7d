"""Writes a sheet of payments (用款明细) of 20 columns as .xlsx, some rows of it wrong: rows.py FILE ROWS SEED."""

import random
import sys
import zipfile
from xml.sax.saxutils import escape

COLUMNS = ["序号", "凭证号", "日期", "单位编码", "单位名称", "项目编码", "项目名称", "功能科目", "经济科目",
           "支出类别", "资金来源", "支付方式", "收款人", "摘要", "数量", "单价", "金额（元）", "指标余额", "合同号", "经办人"]
TYPES = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "/xl/workbook.xml",
         "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml": "/xl/worksheets/sheet1.xml"}


def cell(value):
    if value is None:
        return "<c/>"
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def payment(number, draw):
    quantity, price = draw.randint(1, 20), draw.randint(100, 90000) / 100
    row = [number, f"记-{number:06d}", f"2021-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}",
           "440118", "区总工会", "P01", draw.choice(["困难职工帮扶", "场所维护"]), "2012999",
           draw.choice(["30201", "30305", "30213"]), "项目支出", "一般公共预算", "直接支付",
           draw.choice(["某文具店", "某公司", "王某某"]), draw.choice(["购买办公用品", "季度生活救助"]),
           quantity, f"{price:.2f}", f"{quantity * price:.2f}", "999999.00", None, "李某"]
    row[15:18] = [float(text) for text in row[15:18]]
    if draw.random() < 0.05:  # One row in twenty is wrong in one place.
        place, wrong = draw.choice([(2, "2022-01-05"), (16, "一百二十"), (12, None), (13, "测试"), (8, "50201")])
        row[place] = wrong
    return row


def main(file, rows, seed):
    draw = random.Random(seed)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for kind, part in TYPES.items())
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                         f"{overrides}</Types>")
        link = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>')
        archive.writestr("_rels/.rels", link.format("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/_rels/workbook.xml.rels", link.format("worksheet", "worksheets/sheet1.xml"))
        main_space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        archive.writestr("xl/workbook.xml", f'<workbook {main_space} xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
                         '2006/relationships"><sheets><sheet name="用款明细" sheetId="1" r:id="r1"/></sheets></workbook>')
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f"<worksheet {main_space}><sheetData>".encode())
            for number in range(rows + 1):
                values = payment(number, draw) if number else COLUMNS
                sheet.write(f"<row>{''.join(map(cell, values))}</row>".encode())
            sheet.write(b"</sheetData></worksheet>")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
