"""The names of the example's projects, and the formulas that speak of them."""

AID = "困难职工帮扶资金（送温暖费）"
MODEL = "劳模活动管理费"
VENUE = "广州市增城区总工会办公场所和文体设施区日常维护及运作费用"
DEVICES = "保密设备购置费"
STAFF = "编外人员聘用经费"


def times(project, matter, column="人次"):
    return f'sum(工作记录.{column}; 项目 = "{project}" and 事项 = "{matter}")'


def paid(project):
    return f'sum(支付.金额; 支出类别 = "项目支出" and 项目 = "{project}")'
