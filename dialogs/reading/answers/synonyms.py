"""Other words for what a choice is labelled with."""

_SAME = (
    (
        "时限|time|时间|时效|时效性|及时|及时性|期限|进度|速度|交期|准时|按时|工期|周期|timeliness|timing|timely|"
        "deadline|deadlines|"
        "speed|punctuality|on time|when"
    ),
    "成本|cost|costs|费用|花费|花销|预算|开支|支出|钱|省钱|money|expense|expenses|budget|spend|spending|price",
    "数量|quantity|量|产量|总量|多少|volume|amount|number|how many|how much|output|count",
    "质量|品质|quality|质|好坏|准确性|accuracy|how good|how well",
    (
        "approve|批准|核准|approved|审批通过|核准通过|批准通过|通过|审核通过|予以通过|同意通过|可以通过|准了|可以执行|执行吧|"
        "照此执行|按此执行|按这个执行|就按这个执行|可以实施|go ahead with it|good to go|ready to go|lgtm|sign off|"
        "批了|我批了|签了|sign it off|sign this off|i sign it off|happy with this|happy with it|i'm happy with this|"
        "signed off|pass it|passed|you have my approval"
    ),
    (
        "return|退回|returned|send it back|退回修改|退回去|退回重做|退回重写|退回重填|打回|打回去|打回来|打回修改|"
        "打回重做|打回重写|驳回|驳回修改|不通过|不予通过|未通过|没通过|审核不通过|不批准|不予批准|不核准|不批|"
        "reject|rejected|reject it|declined|decline it|"
        "not approved|disapproved|send back|sent back|send this back|give it back|back to the manager|"
        "back to him|back to her|back to them|back it goes|to be reworked|rework it|needs rework|fix and resubmit|"
        "please revise|改完再交|改好再交|改了再交|改完再提交|改好再提交|改完重新提交|改好重新提交|改改再来|回去改|"
        "退给他|退给她|先退给他|先退给她|先退回|退回去改|退回去改一改|退回去改改|退回改|退回让他改|"
        "拿回去改|让他改|让她改|请他改|请她改|重新改"
    ),
    "confirm all|全部确认|confirm|confirmed|确认全部|全都确认|无误|确认无误|数据无误|核对无误|属实",
    "dispute something|有异议|dispute|disputed|异议|i have an objection",
    (
        "i have read it|我已阅读并确认|i've read it|i have read|have read|read it|read|acknowledge|acknowledged|"
        "已阅读并确认|已阅读|已阅|已读|阅读并确认|知悉|已知悉|收到|noted"
    ),
    "i have a question|我有疑问|有疑问|有问题|我有问题|a question|question|i have questions|i have a few questions",
    "later|稍后|稍后再看|not now|晚点",
    "submit for review|submit all the same|提交审核|仍然提交|submit anyway",
    "暂不提交|不提交|先不提交|do not submit|don't submit",
    "yes, cancel it|是,取消访谈|cancel it|cancel|取消|取消访谈|确定取消|确认取消",
    ("no, go on|否,继续访谈|go on|carry on|continue|继续|继续访谈|不取消|不要取消|别取消|don't cancel|do not cancel"),
    "yes, change it|确定修改|change it|确认修改",
    (
        "no, leave it as it is|不改了|leave it|leave it as it is|不改|不修改|不用改|保持不变|保持原样|"
        "don't change|do not change"
    ),
    (
        "return it now|现在退回|return it|return now|退回|退回吧|finish|i'm done|all done|that's it|"
        "完成|完成了|好了|结束|就这样|提完了|说完了"
    ),
    "done|已完成|完成|完成了|已经完成|finished|completed",
    (
        "not yet, another day|尚未完成,改期|not yet|not done|not done yet|"
        "还没完成|没完成|没有完成|未完成|尚未完成|改期|another day"
    ),
    "give it up|取消这项措施|drop it|dropped|取消措施",
)
"""The words for one thing, folded: the four dimensions of method.md 2.2, and what is decided."""
_SYNONYMS = {word: words for words in (group.split("|") for group in _SAME) for word in words}


def synonyms(label: str) -> tuple[str, ...]:
    """What else a folded label is called; nothing where it has no other name."""
    return tuple(word for word in _SYNONYMS.get(label, ()) if word != label)
