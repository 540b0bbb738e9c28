/** As `smileys.js`: nature, food, things to do and to have, and signs. */
export const NATURE = `
🐶 dog puppy 狗
🐱 cat kitten 猫
🐭 mouse 老鼠
🐰 rabbit bunny 兔
🦊 fox 狐狸
🐻 bear 熊
🐼 panda 熊猫
🐯 tiger 老虎
🦁 lion 狮子
🐮 cow 牛
🐷 pig 猪
🐸 frog 青蛙
🐵 monkey_face 猴
🐔 chicken 鸡
🐧 penguin 企鹅
🐦 bird 鸟
🦉 owl 猫头鹰
🐴 horse 马
🦄 unicorn 独角兽
🐝 bee 蜜蜂
🐛 bug insect 虫
🦋 butterfly 蝴蝶
🐢 turtle slow 乌龟
🐍 snake python 蛇
🐉 dragon 龙
🐙 octopus 章鱼
🐬 dolphin 海豚
🐳 whale 鲸
🐟 fish 鱼
🌸 cherry_blossom flower 樱花
🌹 rose flower 玫瑰
🌻 sunflower flower 向日葵
🌲 evergreen_tree tree 树
🍀 four_leaf_clover luck 四叶草 幸运
🍁 maple_leaf autumn 枫叶 秋
🌍 earth_africa world globe 地球
🌙 crescent_moon moon night 月亮
☀️ sunny sun 太阳 晴
⛅ partly_sunny cloud 多云
☁️ cloud 云
🌧️ rain_cloud rain 雨
⛈️ thunder_cloud storm 雷雨
❄️ snowflake snow winter 雪
⛄ snowman winter 雪人
🌈 rainbow 彩虹
🌊 ocean wave sea 海浪
⚡ zap lightning fast 闪电
`;

export const FOOD = `
🍎 apple fruit 苹果
🍊 tangerine orange fruit 橘子
🍋 lemon 柠檬
🍌 banana 香蕉
🍉 watermelon 西瓜
🍇 grapes 葡萄
🍓 strawberry 草莓
🍑 peach 桃
🍅 tomato 西红柿
🥑 avocado 牛油果
🌶️ hot_pepper chili 辣椒
🌽 corn 玉米
🍞 bread 面包
🧀 cheese 奶酪
🥚 egg 鸡蛋
🍔 hamburger burger 汉堡
🍟 fries 薯条
🍕 pizza 披萨
🌭 hotdog 热狗
🌮 taco 玉米饼
🥗 salad 沙拉
🍜 ramen noodles 面条
🍝 spaghetti pasta 意面
🍚 rice 米饭
🍣 sushi 寿司
🥟 dumpling 饺子
🥡 takeout_box 外卖
🥢 chopsticks 筷子
🍦 icecream 冰淇淋
🍰 cake 蛋糕
🎂 birthday cake 生日 蛋糕
🍪 cookie 饼干
🍫 chocolate_bar 巧克力
🍿 popcorn 爆米花
☕ coffee 咖啡
🍵 tea 茶
🧋 bubble_tea 奶茶
🥛 milk 牛奶
🍺 beer 啤酒
🍻 beers cheers 干杯
🍷 wine_glass wine 红酒
🥂 clinking_glasses cheers 干杯
🍾 champagne 香槟
`;

export const ACTIVITIES = `
⚽ soccer football 足球
🏀 basketball 篮球
🏓 ping_pong 乒乓球
🏸 badminton 羽毛球
🎾 tennis 网球
🏆 trophy win 奖杯
🥇 first_place gold medal 金牌
🎯 dart target bullseye 目标
🎮 video_game game 游戏
🎲 game_die dice 骰子
🧩 jigsaw puzzle 拼图
🎨 art palette paint 画
🎵 musical_note music 音乐
🎸 guitar music 吉他
🎤 microphone sing 唱歌
🎧 headphones music 耳机
🎬 clapper film movie 电影
📚 books read study 书
✈️ airplane travel flight 飞机
🚀 rocket launch ship 火箭
🚗 car 汽车
🚌 bus 公交
🚲 bike bicycle 自行车
🚆 train 火车
🏠 house home 家
🏢 office work 公司
🏫 school 学校
🏝️ desert_island holiday 海岛 度假
⛰️ mountain 山
🗽 statue_of_liberty 自由女神
🧧 red_envelope lucky 红包
🏮 lantern 灯笼
🎁 gift present 礼物
🎈 balloon 气球
🎄 christmas_tree 圣诞
🎃 jack_o_lantern halloween 南瓜
`;

export const OBJECTS = `
💻 computer laptop 电脑
📱 iphone phone mobile 手机
⌨️ keyboard 键盘
📷 camera photo 相机
📺 tv 电视
💡 bulb idea light 主意 灯
🔋 battery 电池
🔧 wrench fix tool 扳手 修
🔨 hammer tool 锤子
⚙️ gear settings 设置
🔒 lock secure 锁
🔑 key 钥匙
📎 paperclip attach 回形针
📌 pushpin pin 图钉
📝 memo note write 记录
✏️ pencil write 铅笔
📅 calendar date 日历
📈 chart_increasing growth up 上涨
📉 chart_decreasing down 下跌
📊 bar_chart statistics 图表
📧 email mail 邮件
📦 package box 包裹
💰 moneybag money 钱
💳 credit_card pay 信用卡
⏰ alarm_clock time 闹钟
⌛ hourglass wait 等待
🔍 mag search find 搜索
🔔 bell notification 铃
📢 loudspeaker announce 喇叭
🚩 triangular_flag flag 旗
🗑️ wastebasket delete trash 垃圾桶
💣 bomb 炸弹
💊 pill medicine 药
🧪 test_tube test 试管
✅ check_mark yes done ok 完成 对
☑️ ballot_box_with_check done 勾选
✔️ heavy_check_mark yes 对
❌ x no wrong cross 错 不
❓ question 问号 疑问
❗ exclamation 感叹号
⚠️ warning 警告
🚫 no_entry_sign forbidden 禁止
🛑 stop_sign stop 停
♻️ recycle 回收
➕ plus add 加
➖ minus 减
🔁 repeat again 重复
🆗 ok 好
🆕 new 新
🆒 cool 酷
🔴 red_circle 红
🟡 yellow_circle 黄
🟢 green_circle 绿
🔵 blue_circle 蓝
⬆️ arrow_up 上
⬇️ arrow_down 下
➡️ arrow_right 右
⬅️ arrow_left 左
🇨🇳 cn china flag 中国
🇩🇪 de germany flag 德国
🇬🇧 gb britain uk flag 英国
🇺🇸 us usa america flag 美国
🇪🇺 eu europe flag 欧盟
`;
