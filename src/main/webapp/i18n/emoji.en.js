/** What emoji are found by in English, beside what they are called. */
export const WORDS = `
😀 happy smile
😃 happy smile
😄 happy laugh
😁 beam
😆 satisfied haha
😅 relief
🤣 laugh floor
😂 laugh tears lol
🙂 smile
🙃 irony
😊 smile shy
😇 angel halo
🥰 love adore
😍 love
🤩 wow
😘 kiss
😋 tasty delicious
😜 joke
🤪 crazy
🤗 hug
🤭 oops
🤫 quiet secret
🤔 hmm
🤨 doubt
😐 meh
😶 silent
😒 bored
😬 awkward
😌 calm
😔 sad
😴 tired zzz
🥱 tired
😷 sick ill
🤒 ill fever
🤕 hurt
🤢 sick
🤧 cold
🥵 heat
🥶 freezing
🤯 mind_blown
🥳 party birthday
😎 cool
🤓 geek
😮 surprised
😲 wow
😳 embarrassed
🥺 please
😢 sad tear
😭 cry sad
😱 fear
😤 huff
😡 angry
😠 mad
🤬 swear
😈 devil
💀 dead
🤖 bot
😺 cat
🙈 monkey
🙉 monkey
🙊 monkey
👍 yes like good
👎 no dislike bad
👌 okay
✌️ victory peace
🤞 luck
🤝 deal
👏 applause bravo
🙌 hooray
🙏 thanks please
👋 hello bye
✋ stop high_five
💪 strong
🫶 love
🤷 dunno
🙋 me
🙇 sorry
💃 dance
🏃 run
👀 look see
🧠 smart
👩‍💻 coder
👨‍💻 coder
❤️ love red
🧡 love
💛 love
💚 love
💙 love
💜 love
💔 sad
💕 love
💯 hundred perfect
💥 explosion
💤 sleep
💬 chat message
✨ shiny new
⭐ favourite
🌟 glowing
🔥 hot lit
🎉 party congratulations
🎊 party
🐶 puppy
🐱 kitten
🐰 bunny
🐛 insect
🐢 slow
🐍 python
🌸 flower
🌹 flower
🌻 flower
🌲 tree
🍀 luck
🍁 autumn
🌍 world globe
🌙 moon night
☀️ sun
⛅ cloud
🌧️ rain
⛈️ storm
❄️ snow winter
⛄ winter
🌊 wave sea
⚡ lightning fast
🍎 fruit
🍊 orange fruit
🌶️ chili
🍔 burger
🍜 noodles
🍝 pasta
🎂 cake
🍻 cheers
🍷 wine
🥂 cheers
⚽ football
🏆 win
🥇 gold medal
🎯 target bullseye
🎮 game
🎲 dice
🧩 puzzle
🎨 palette paint
🎵 music
🎸 music
🎤 sing
🎧 music
🎬 film movie
📚 read study
✈️ travel flight
🚀 launch ship
🚲 bicycle
🏠 home
🏢 work
🏝️ holiday
🧧 lucky
🎁 present
🎃 halloween
💻 laptop
📱 phone mobile
📷 photo
💡 idea light
🔧 fix tool
🔨 tool
⚙️ settings
🔒 secure
📎 attach
📌 pin
📝 note write
✏️ write
📅 date
📈 growth up
📉 down
📊 statistics
📧 mail
📦 box
💰 money
💳 pay
⏰ time
⌛ wait
🔍 search find
🔔 notification
📢 announce
🚩 flag
🗑️ delete trash
💊 medicine
🧪 test
✅ yes done ok
☑️ done
✔️ yes
❌ no wrong cross
🚫 forbidden
🛑 stop
➕ add
🔁 again
🇨🇳 china flag
🇩🇪 germany flag
🇬🇧 britain uk flag
🇺🇸 usa america flag
🇪🇺 europe flag
`;
