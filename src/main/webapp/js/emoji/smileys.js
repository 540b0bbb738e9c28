/**
 * Emoji with what they are called: first the `:shortcode:`, then words to find them by, in English
 * and Chinese. One a line.
 */
export const SMILEYS = `
😀 grinning happy smile 笑 开心
😃 smiley happy smile 笑 高兴
😄 smile happy laugh 笑 大笑
😁 grin beam 咧嘴笑
😆 laughing satisfied haha 哈哈
😅 sweat_smile relief 汗 尴尬
🤣 rofl laugh floor 笑翻
😂 joy laugh tears lol 笑哭
🙂 slightly_smiling_face smile 微笑
🙃 upside_down_face irony 倒脸
😉 wink 眨眼
😊 blush smile shy 害羞 微笑
😇 innocent angel halo 天使
🥰 smiling_face_with_hearts love adore 爱 喜欢
😍 heart_eyes love 花痴 爱
🤩 star_struck wow 崇拜
😘 kissing_heart kiss 飞吻 亲
😋 yum tasty delicious 好吃
😛 stuck_out_tongue 吐舌
😜 stuck_out_tongue_winking_eye joke 调皮
🤪 zany_face crazy 疯
🤗 hugs hug 抱抱 拥抱
🤭 hand_over_mouth oops 偷笑
🤫 shushing_face quiet secret 嘘 安静
🤔 thinking hmm 思考 想
🤨 raised_eyebrow doubt 怀疑
😐 neutral_face meh 面无表情
😑 expressionless 无语
😶 no_mouth silent 沉默
😏 smirk 得意
😒 unamused bored 不高兴
🙄 roll_eyes 翻白眼
😬 grimacing awkward 尴尬
😌 relieved calm 放心
😔 pensive sad 沉思 难过
😴 sleeping tired zzz 睡觉 困
🥱 yawning_face tired 哈欠
😷 mask sick ill 口罩 生病
🤒 face_with_thermometer ill fever 发烧
🤕 face_with_head_bandage hurt 受伤
🤢 nauseated_face sick 恶心
🤧 sneezing_face cold 打喷嚏 感冒
🥵 hot_face heat 热
🥶 cold_face freezing 冷
😵 dizzy_face 晕
🤯 exploding_head mind_blown 震惊 爆炸
🥳 partying_face party birthday 派对 庆祝
😎 sunglasses cool 酷 墨镜
🤓 nerd_face geek 书呆子
😕 confused 困惑
😟 worried 担心
🙁 slightly_frowning_face 不高兴
😮 open_mouth surprised 惊讶
😲 astonished wow 吃惊
😳 flushed embarrassed 脸红
🥺 pleading_face please 求求 可怜
😢 cry sad tear 哭 伤心
😭 sob cry sad 大哭
😱 scream fear 害怕 尖叫
😤 triumph huff 哼
😡 rage angry 生气 愤怒
😠 angry mad 生气
🤬 cursing_face swear 骂人
😈 smiling_imp devil 恶魔
💀 skull dead 骷髅 笑死
💩 poop 便便
🤡 clown_face 小丑
👻 ghost 鬼
👽 alien 外星人
🤖 robot bot 机器人
😺 smiley_cat cat 猫 笑
🙈 see_no_evil monkey 不看 猴
🙉 hear_no_evil monkey 不听 猴
🙊 speak_no_evil monkey 不说 猴
`;

export const GESTURES = `
👍 thumbsup +1 yes like good 赞 好 同意
👎 thumbsdown -1 no dislike bad 踩 不好
👌 ok_hand okay 好的
✌️ v victory peace 胜利
🤞 crossed_fingers luck 好运
🤝 handshake deal 握手
👏 clap applause bravo 鼓掌
🙌 raised_hands hooray 万岁
🙏 pray thanks please 谢谢 拜托 祈祷
👋 wave hello bye 你好 再见 挥手
✋ raised_hand stop high_five 举手 停
🤙 call_me_hand 打电话
👉 point_right 右
👈 point_left 左
👆 point_up 上
👇 point_down 下
💪 muscle strong 加油 强
🫶 heart_hands love 比心
🤷 shrug dunno 耸肩 不知道
🤦 facepalm 捂脸
🙋 raising_hand me 举手
🙇 bow sorry 鞠躬 对不起
💃 dancer dance 跳舞
🏃 runner run 跑
👀 eyes look see 看
🧠 brain smart 大脑
👶 baby 宝宝
👩‍💻 woman_technologist coder 程序员
👨‍💻 man_technologist coder 程序员
❤️ heart love red 爱 心
🧡 orange_heart love 橙心
💛 yellow_heart love 黄心
💚 green_heart love 绿心
💙 blue_heart love 蓝心
💜 purple_heart love 紫心
🖤 black_heart 黑心
🤍 white_heart 白心
💔 broken_heart sad 心碎
💕 two_hearts love 爱
💯 100 hundred perfect 满分
💥 boom explosion 爆炸
💤 zzz sleep 睡
💬 speech_balloon chat message 聊天 消息
💦 sweat_drops 汗
✨ sparkles shiny new 闪亮
⭐ star favourite 星
🌟 star2 glowing 星
🔥 fire hot lit 火
🎉 tada party congratulations 庆祝 恭喜
🎊 confetti_ball party 庆祝
`;
