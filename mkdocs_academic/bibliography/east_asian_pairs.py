"""East Asian names on either side of a comma: two people, or family and given name of one."""

from __future__ import annotations

import re
from functools import cache

# The usual family names of China of one character, simplified, and traditional where that differs.
_FAMILIES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕"
    "单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚"
    "娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池"
    "查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴"
    "張劉陳楊黃趙吳孫馬鄭謝羅許韓馮鄧蕭蔣葉蘇呂盧鐘鍾譚陸賈韋鄒閆龍賀顧龔萬錢嚴戴湯齊喬龐顏莊聶魯關蘭寧紀"
    "畢單塗蒼駱藍遊華饒農時繆簡車項連蘆麥婁竇黨宮費衛應閔鄔邊師欒榮叢鞏遲鄺談樂鬱儲勞諶樓滿聞厲區闞權強帥"
)
_COMPOUND = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 "
    "慕容 令狐 宇文 长孙 長孫 司徒 司空 夏侯 轩辕 軒轅 端木 独孤 獨孤 南宫 "
    "南宮 西门 西門 百里 呼延 闻人 聞人 申屠 拓跋 赫连 赫連 澹台 澹臺 钟离 "
    "鍾離 鲜于 鮮于 濮阳 濮陽 太史 公冶 宗政 单于 單于 仲孙 仲孫 完颜 完顏 "
    "耶律 纳兰 納蘭".split()
)
# How family names of Japan end, and given names there, which take the same characters.
_JAPANESE_FAMILY = frozenset("川田本村山野井口中原島崎嶋藤橋木子沢澤岡谷部倉内上下尾塚池津瀬浦森坂")
_OR_GIVEN_IN_CHINA = frozenset("松見城一宮垣黒丸畑畠梨杉柳")  # family names of Japan end so, too
_JAPANESE_GIVEN = frozenset("郎子介助輔夫雄彦美")


def are_two(before: str, after: str) -> bool | None:
    """Tell `王小明, 李明轩` from `王, 小明` and `欧阳, 修`; None where it may be either.

    In doubt are `王明, 李雷`: many a family name of Japan has two characters, and so have given
    names there.
    """
    if not (_is_whole(before) and _is_whole(after)):
        return bool(_korean().fullmatch(before) and _korean().fullmatch(after))
    is_japanese = before[-1] in _JAPANESE_FAMILY or (
        len(after) == 2 and before[-1] in _OR_GIVEN_IN_CHINA
    )
    if len(before) == 2 and is_japanese:
        return False
    if len(after) > 2 and after[-1] in _JAPANESE_GIVEN:
        return False
    if len(before) == 3 and len(after) == 2 and is_japanese:
        return None  # `金田一, 和彦`
    return True if len(before) > 2 or len(after) > 2 else None


def _is_whole(part: str) -> bool:
    """Tell whether a part is a family name and one or two characters more."""
    if not _han().fullmatch(part) or part in _COMPOUND:
        return False
    family = 2 if part[:2] in _COMPOUND else 1 if part[0] in _FAMILIES else 0
    return bool(family) and 1 <= len(part) - family <= 2


@cache
def _han() -> re.Pattern[str]:
    return re.compile(r"[\u3400-\u9fff]{2,4}")


@cache
def _korean() -> re.Pattern[str]:
    return re.compile("[가-힣]{3}")  # no family name there is as long
