"""Wishes about the conversation itself: yes, no, skip, back and the like."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile

from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Lexicon, Token, cut

LEXICON = Lexicon(
    {
        "act": {
            "start": (
                "start|begin|start again|start over|begin again|restart|let's start|let's begin|start another one|"
                "start another|start a new one|start a new plan|开始|重新开始|重新来|"
                "从头开始|从头来|重来|现在开始|可以开始了|再来一个|再做一个|再做一份|再开始一个"
            ),
            "yes": (
                "yes|yeah|yep|yup|sure|ok|okay|okey|right|correct|exactly|agreed|of course|certainly|absolutely|fine|"
                "嗯|恩|okie|oki|okie dokie|okey dokey|why not|好喔|好哦|好呀|sure thing|"
                "i agree|agree|indeed|definitely|yes it is|it is|that's it|good enough|very good|"
                "please do|do it|go for it|by all means|好嘞|好咧|好哒|好滴|就这么定|就这么定了|挺好|挺好的|很好|"
                "非常好|赞成|认可|没有异议|无异议|没异议|no objection|"
                "no objections|是这样|是这样的|alright|all right|confirm|confirmed|good|great|"
                "perfect|excellent|lovely|that's correct|"
                "that is correct|go on|go ahead|no problem|"
                "accept|accepted|accept it|accept all|i accept|接受|全部接受|"
                "y|👍|✅|👌|是|是的|对|对的|对啊|没错|正确|"
                "好|好的|好啊|好吧|行|行的|可以|可以的|"
                "同意|确认|确定|当然|当然可以|要|要的|需要|就这么办|不错|是啊|嗯嗯"
            ),
            "no": (
                "no|nope|nah|i disagree|disagree|不太对|不太好|nothing else|that's all|就这些|没别的|"
                "i'm good|i am good|i'm fine|absolutely not|definitely not|certainly not|not at all|no way|"
                "i'd rather not|i would rather not|rather not|唔係|唔系|唔使|唔使了|唔要|唔好|不是啦|"
                "i don't think so|i do not think so|not this|not this one|that's incorrect|"
                "that is incorrect|没有必要|暂时不用|暂不|暂时不需要|先不用|先不用了|免了|that's not right|"
                "that is not right|not right|that's wrong|that is wrong|wrong|"
                "incorrect|not correct|"
                "not really|no need|not needed|don't|do not|never mind|nevermind|n|👎|❌|不|不是|"
                "不是的|不对|不用|不用了|不要|"
                "不要了|不需要|不必|不必了|不行|"
                "不可以|不好|不同意|错|错了|不了|没必要|否|算了|还是算了"
            ),
            "none": (
                "none|nothing|nobody|no one|there is none|there are none|not any|n/a|没有|没有了|没了|无|没|沒|暂无|"
                "都没有|没有其他|没有别的|没有备注|无备注|没有说明|没有要说明的|没有补充|无补充|没有要补充的|没什么要补充的|"
                "没有附件|没有照片|没有文件|没有材料|没有佐证材料|没有意见|没有意见了|没有其他意见|没有其他意见了|"
                "no note|no notes|no comment|no comments|nothing to add|no evidence|no files|no photos|no remarks"
            ),
            "skip": (
                "skip|skip it|rather skip that|跳过这个问题|"
                "pass on this|pass on this one|move on|let's move on|skip ahead|跳过这一题|"
                "跳过这道题|跳过本题|skip this|skip this one|skip that|skip that one|pass|next|"
                "next question|skip it for now|skip this for now|skip that for now|"
                "skip this one for now|skip that one for now|skip for now|"
                "这个先跳过|这题先跳过|跳过|略过|先跳过|跳过这题|跳过这个|"
                "跳过此题|略|下一题|下一个|过"
            ),
            "back": (
                "back|go back|back to the previous question|to the previous question|back to the last question|"
                "the previous one|previous one|往回|往回退|往回退一步|回到前一题|前一题|前一步|返回前一题|撤回|"
                "后退一步|back one|back one step|back one question|go back one question|"
                "take me back|bring me back|step back|one back|go back a step|"
                "go back one step|go back one|back a step|"
                "one step back|"
                "previous|previous question|undo|返回|后退|上一步|回上一步|"
                "返回上一步|上一题|回上一题|返回上一题|撤销|退回|"
                "back up one step|back up|let me go back|上一页|"
                "退回前一个问题|回到前一个问题|前一个问题|上一个问题|回到上一个问题|返回上一个问题|退回上一个问题|"
                "回去|退回去|退一步|退回上一题|退回上一步|回到上一题|回到上一步"
            ),
            "later": (
                "later|not now|tbd|tbc|not sure yet|i'm not sure yet|don't know yet|i don't know yet|没想好|还没想好|"
                "稍后再说|等会再说|晚点再说|以后再说|之后再说|先放着|先放一放|先放一下|先不填|先不答|"
                "come back to this later|come back to that later|come back to it later|"
                "do this one later|do that one later|do this one some other time|"
                "这个以后再说|这题以后再说|这个稍后再说|"
                "这个晚点再说|等一下再回答|稍后回答|稍后再回答|待会再回答|晚点再回答|等等再填|"
                "get back to this later|get back to that later|do this later|do that later|leave this for later|"
                "leave that for later|leave it for later|回头再说|回头再填|待会再填|先空着"
            ),
            "pause": (
                "pause|stop for now|take a break|let's stop here|暂停|停一下|先停|先停一下|先停一停|停|"
                "休息一下|稍后|等会儿|等一下|等一会儿|先到这里|先这样"
            ),
            "resume": ("resume|pick up|i'm back|i am back|we're back|恢复|回来了|我回来了|我来了"),
            "cancel": "cancel|abort|quit|give up|stop|取消|放弃|终止|退出|不做了",
            "summary": (
                "summary|show summary|show the summary|overview|汇总|摘要|小结|看看汇总|查看汇总|看一下汇总|"
                "已填内容|查看已填内容|看看已填内容|查看已填|已填的内容|my answers|show my answers"
            ),
            "edit": (
                "edit|change|change something|change an answer|correct an answer|修改|编辑|更改|改一下|我要修改|"
                "我想改一下|想改一下|修改答案"
            ),
            "help": (
                "help|help me|i need help|how does this work|what can i do|帮助|求助|怎么用|帮帮我|怎么填|使用说明"
            ),
            "why": (
                "why|why do you ask|why is that|what's this for|what is this for|what for|why this question|为什么|"
                "为啥|为何|为什么问这个|"
                "为什么要问这个|这是干什么用的|这个有什么用|干嘛问这个"
            ),
            "language": (
                "language|change language|change the language|switch language|语言|切换语言|换语言|更换语言|换个语言"
            ),
            "plans": (
                "plans|my plans|show plans|show my plans|list plans|计划列表|我的计划|查看计划|所有计划|"
                "看看我的计划|看我的计划|"
                "查看我的计划|我的计划书|看看计划|我的计画|我的计画书|看看我的计画|看我的计画|查看我的计画"
            ),
            "progress": (
                "show progress|my progress|show my progress|show me my progress|how am i doing|how am i doing so far|"
                "how are we doing|where do i stand|show my figures|show my score|"
                "我做得怎么样|我做的怎么样|我干得怎么样|"
                "我现在做得怎么样|我表现怎么样|我的表现怎么样|看看我的表现|我的进度|我的进度怎么样|看看我的进度|看我的进度|"
                "看一下我的进度|查看我的进度|查看进度|看看进度|我的得分|我得了多少分|看看我的绩效|查看我的绩效|我的绩效怎么样|"
                "我完成得怎么样|我达标了吗"
            ),
            "report": (
                "report|report now|i want to report|my report|what is due|上报|上报数据|我要上报|数据上报|报数据|"
                "回报|回报数据|我要回报|要报什么"
            ),
            "scope": "my departments|负责部门|我的负责部门|我负责的部门",
            "zone": "time zone|my time zone|change my time zone|时区|我的时区|设置时区|修改时区",
            "submit": (
                "submit|submit it|send it|send it in|hand it in|hand in|提交|提交吧|我要提交|提交计划|交上去|"
                "提交审核|提交审批|"
                "提交上去|送出|送审|送出审核|交上去审核"
            ),
        },
        "onward": {"resume": "continue|let's continue|carry on|继续|继续吧|接着来|接着"},
        "approval": {
            "yes": (
                "looks good|looks right|looks fine|looks ok|that looks good|that looks right|it looks good|"
                "sounds good|"
                "sounds right|that's right|that is right|that's fine|that is fine|it's fine|that's good|keep it|"
                "keep that|keep as is|keep it as is|keep it as it is|fine as it is|fine as is|good as it is|"
                "leave it|leave it as it is|leave it as is|that works|works for me|looks good to me|"
                "sounds good to me|fine with me|fine by me|"
                "没问题|没有问题|没意见|没有意见|就按这个来|就按这个|按这个来|就照这个|照这样|就这样|就这样吧|"
                "那就这样|那就这样吧|这样|这样吧|这样就行|这样就好|这样可以|"
                "保持不变|保持原样|不用改|不用改了|不改了|照旧"
            )
        },
        "polite": {
            "": (
                "please|pls|plz|thanks|thanks a lot|thank you|你好|您好|hello|hi|i do|"
                "thank you very much|thx|many thanks|cheers|well|oh|er|um|uh|then|now|just|let's|so|oops|sorry|"
                "谢谢|拜托|拜托了|喔|好了|谢谢您|谢谢你|谢了|多谢|感谢|麻烦|麻烦您|麻烦你|请|吧|呀|啊|了|哦|哈|嗯|唔|噢|那|那就|就|"
                "帮我|的"
            ),
        },
        "tentative": {
            "": (
                "hm|hmm|for now|for this one|this one|question|i'd like to|i would like to|i want to|can we|could we|"
                "can you|could you|may i|can i|could i|i'll|we'll|wait|no wait|no sorry|to|"
                "呢|先|我想|我要|想|请问|您|你|一下|吗|它|这题|这个|这个问题|这一题|这道题|本题|能不能|能否|"
                "可否|可不可以|能|暂时"
            ),
        },
        "doubt": {
            "": (
                "not sure|i'm not sure|i am not sure|i don't know|don't know|no idea|i have no idea|"
                "我不清楚|我不知道|我不确定|我也不清楚|"
                "不确定|不知道|不清楚|说不清"
            )
        },
    }
)
"""The words of wishes; "tentative" ones ask for what follows them, or put it off."""
_ASIDE = frozenset({"polite", "tentative", "doubt"})


def read_act(text: str) -> str | None:
    """The act, where the whole text is such a wish, with any politeness around it; otherwise None.

    One of start, yes, no, none, skip, back, later, pause, resume, cancel, summary, edit, help, why, language, plans,
    progress, report, scope, zone, submit, or "unsure" where there is nothing but doubt.
    """
    found = _told(text)
    if _OTHER in found:
        return None
    acts = list(dict.fromkeys(token.meaning for token in found if token.kind not in _ASIDE))
    wishes = [act for act in acts if act != "yes"]  # a "yes" before a wish is politeness: "sure, skip it"
    if wishes == ["resume"] and any(token.kind == "approval" for token in found):
        return "yes"  # "looks good, carry on"
    if len(wishes) > 1:
        return None
    if not acts and any(token.kind == "doubt" for token in found):
        return "unsure"
    return wishes[0] if wishes else next(iter(acts), None)


def read_reply(text: str) -> str | None:
    """The act that answers a question, one of REPLIES; "好啊，继续" says yes, though it resumes what was paused."""
    act, found = read_act(text), _told(text)
    if act == "resume" and any(token.meaning == "yes" for token in found):
        goes_on = all(token.kind == "onward" for token in found if token.meaning == "resume")
        return "yes" if goes_on else None
    return {"none": "no"}.get(act or "", act) if act in {*REPLIES, "none"} else None


REPLIES = frozenset({"yes", "no", "skip", "later", "back"})


@lru_cache(maxsize=128)
def _told(text: str) -> Sequence[Token]:
    """The words of a wish; a word of no wish where the text is something else."""
    if len(text) > _LONGEST:
        return (_OTHER,)
    read: list[Token] = []
    for token in cut(fold(text), LEXICON):
        if token.kind not in _KINDS:
            return (_OTHER,)
        read.append(token)
    return tuple(token for token in _without_no(read) if token.kind != "mark")


_OTHER = Token("word", "", 0, 0)
_KINDS = frozenset({"act", "onward", "approval", "mark"}) | _ASIDE


def _without_no(read: list[Token]) -> list[Token]:
    """What follows a "no" that only turns down what is offered: "no thanks, go back"; "don't go back" has no mark."""
    rest = list(dropwhile(lambda token: token.kind in _ASIDE, read[1:]))
    turned = bool(rest) and read[0].meaning == "no" and rest[0].kind == "mark"
    return rest if turned and any(token.kind == "act" for token in rest) else read


_LONGEST = 60
"""Characters of the longest wish: anything longer is an answer."""
