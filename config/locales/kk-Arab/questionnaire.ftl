### status: draft, not reviewed

## Texts
text-title = بىزگە جازىڭىز
text-opening = نە ايتاتىنىڭىزدى ٴوزىڭىز شەشەسىز. تەك ٴبىرىنشى ۇياشىقتى تولتىرۋ كەرەك. قالعان سۇراقتىڭ ٴبارىن وتكىزىپ جىبەرسەڭىز بولادى. قالاعان كەزدە توقتاي الاسىز. «جىبەرۋ» تۇيمەسىن باسقانشا ەشتەڭە ساقتالمايدى.
text-content_note = بۇل بەتتە قورقىتۋ مەن قىسىم تۋرالى سۇرالادى. كەيبىر سۇراقتار كوڭىلىڭىزگە اۋىر ٴتيۋى مۇمكىن. قالاساڭىز، ٴۇزىلىس جاساڭىز.
text-who_reads = جىبەرگەنىڭىزدى زەرتتەۋشىلەردىڭ شاعىن توبى وقيدى. جازعانىڭىز كەلگەن بويدا، ٴبىزدىڭ سەرۆەر كومپيۋتەرىمىز ونى قۇلىپتايدى. سودان كەيىن سەرۆەر ونى قايتا اشا المايدى. توپ ونى ينتەرنەتكە قوسىلماعان كومپيۋتەرلەردە اشادى.
text-server_sees = سەرۆەر نە كورەدى: سوزدەرىڭىز بەن فايلدارىڭىزدى قۇلىپتاپ جاتقاندا، ول ٴبىر ٴسات ولاردى وقۋى كەرەك. كىم ەكەنىڭىزدى، قايدا ەكەنىڭىزدى سەرۆەر جازىپ المايدى. ول ساۋالناماڭىز قاي اپتادا كەلگەنىن ساقتايدى. قاي كۇنى كەلگەنى سوزدەرىڭىزبەن بىرگە قۇلىپتالادى.
text-do_not_write = ٴوزىڭىزدى دە، وتباسىڭىزدى دا ساقتاڭىز. ەشكىمنىڭ اتىن جازباڭىز. تۋعان قالاڭىزدى، اۋىلىڭىزدى نەمەسە كوشەڭىزدى جازباڭىز. ناقتى كۇندى جازباڭىز. تەلەفون ٴنومىرىن نەمەسە كۋالىك ٴنومىرىن جازباڭىز. قايدا جۇمىس ىستەيتىنىڭىزدى، قايدا وقيتىنىڭىزدى ايتپاڭىز. «باۋىرىم»، «ەلشىحانادان كەلگەن ادام»، «كوكتەمدە» نەمەسە «سولتۇستىكتەگى ٴبىر قالا» دەپ جازۋعا بولادى.
text-other_people = قاۋىمداعى باسقا ادامداردىڭ اتىن جازباڭىز. ولار سىزگە قارسى جۇمىس ىستەيدى دەپ ويلاساڭىز دا، جازباڭىز. نە ىستەلگەنىن ايتىڭىز.
text-device = ٴوزىڭىز سەنەتىن تەلەفوندى نەمەسە كومپيۋتەردى پايدالانىڭىز. WeChat بار تەلەفوندى نەمەسە باسقا بىرەۋ باپتاپ بەرگەن تەلەفوندى پايدالانباڭىز. بۇل بەتتىڭ مەكەنجايىن WeChat ارقىلى ەشكىمگە جىبەرمەڭىز.
text-no_download = ٴبىز سىزدەن ەشقاشان بىردەڭە جۇكتەپ الۋدى نەمەسە ورناتۋدى، تىركەلىپ كىرۋدى، اقشا تولەۋدى، كود سكانەرلەۋدى سۇرامايمىز. وسىعان ۇقساس بەت سونى سۇراسا، ونى جابىڭىز. ول جالعان.
text-limits = بۇل تۋىستارىڭىزعا، قۇجاتتارىڭىزعا نەمەسە پانا سۇراعان (بوسقىن) ىسىڭىزگە كومەكتەسەدى دەپ ۋادە بەرە المايمىز. ٴسىزدى قورعاي المايمىز. ٴبىز ساقشى دا، ەلشىحانا دا ەمەسپىز. ەشبىر ۇكىمەتكە جۇمىس ىستەمەيمىز.
text-not_emergency = بۇل شۇعىل كومەك جەلىسى ەمەس. جازعانىڭىزدى كۇندەر نەمەسە اپتالار بويى ەشكىم وقىماۋى مۇمكىن. ٴدال قازىر سىزگە قاۋىپ ٴتونىپ تۇرسا، ٴوزىڭىز تۇراتىن جەردەگى شۇعىل كومەككە تەلەفون سوعىڭىز.
text-under_18 = جاسىڭىز 18-گە تولماسا، الدىمەن ٴوزىڭىز سەنەتىن ەرەسەك اداممەن سويلەسىڭىز. سوندا دا بىزگە جازا الاسىز. جاسىڭىزدى ايتپاڭىز.
text-no_consent_default = ەشتەڭە تاڭداماساڭىز، ٴبىز تەك وقيمىز. سانامايمىز، ٴۇزىندى كەلتىرمەيمىز، ەشكىمگە بەرمەيمىز.
text-no_change_later = قايتىپ كەلۋگە ارنالعان كود ازىرگە جوق. جىبەرگەن سوڭ، ونى بۇل جەردە وزگەرتە دە، قايتارىپ الا دا المايسىز.
text-leaving = تەز شىعۋ ٴۇشىن وسى تەرەزەنى نەمەسە بەتتى جابىڭىز. Tor Browser ىشىندە «جاڭا تۇلعا» («New identity») ٴبارىن جاۋىپ، ۇمىتادى. باسقا شولعىشتار بۇل بەتتىڭ مەكەنجايىن تاريحىندا ساقتاپ قالۋى مۇمكىن: ونى سول جەردەن ٴوشىرىڭىز. كەيىن بۇل تەلەفوندى نەمەسە كومپيۋتەردى قاراعان ادام نە جىبەرگەنىڭىزدى بۇل جەردەن كورە المايدى. بىراق ەكراندى نەمەسە پەرنەتاقتانى باقىلايتىن باعدارلامالار ونى ٴسىز جازىپ جاتقاندا كورە الادى.
text-thanks = راحمەت. جىبەرگەنىڭىزدى الدىق. قازىر كوڭىلىڭىز بۇزىلىپ نەمەسە شارشاپ تۇرعان شىعارسىز؛ كوپ ادام سولاي بولادى. ەندى ەشتەڭە ىستەۋدىڭ قاجەتى جوق. شولعىشتى تازالاۋ ٴۇشىن Tor Browser ىشىندە «جاڭا تۇلعا» («New identity») دەگەندى تاڭداپ، سوسىن ونى جابىڭىز. باسقا شولعىشتا بۇل بەتتى تاريحتان ٴوشىرىپ، سوسىن ونى جابىڭىز.

## Sections
section-story = ٴسىزدىڭ وقيعاڭىز
section-use = ونى قالاي پايدالانۋعا بولادى
section-happened = نە بولدى
section-happened-note = مۇنىڭ بارىنە جاۋاپ بەرمەسەڭىز دە بولادى. جاۋاپتار بىزگە ساناۋعا كومەكتەسەدى.
section-you = ٴوزىڭىز تۋرالى
section-you-note = جاۋاپ بەرمەسەڭىز دە بولادى. تۇراتىن جەرىڭىزدە ٴسىز سياقتى ادام از بولسا، وتكىزىپ جىبەرىڭىز.
section-last = جىبەرەر الدىندا

## Questions
field-testimony = نە بولدى؟ كەز كەلگەن تىلدە، كەز كەلگەن ارىپپەن جازىڭىز.
field-testimony-help = نە ىستەگەنىن، قالاي ىستەگەنىن، نە تالاپ ەتكەنىن، كەيىن نە بولعانىن جازۋعا بولادى. ٴبىر وقيعا نەمەسە بىرنەشەۋ.
field-testimony_lang = قاي تىلدە جازدىڭىز؟
field-use_level = جازعانىڭىزدى قانشالىقتى پايدالانۋعا بولادى؟ ٴار قادام وزىنەن بۇرىنعىلارىن دا قامتيدى.
field-share_with = ونى باسقا بىرەۋگە بەرۋگە بولا ما؟ تەك ٴوزىڭىز كەلىسەتىنىن بەلگىلەڭىز.
field-hold_until = پايدالانباس بۇرىن كۇتە تۇرايىق پا؟
field-hold_until-help = تاڭداماساڭىز، 6 اي كۇتەمىز.
field-third_party = جازعانىڭىزدان بىرەۋ باسقا ٴبىر ادامدى تانىپ قويۋى مۇمكىن بە؟
field-relation = بۇل كىمنىڭ باسىنان ٴوتتى؟
field-incident_types = نە ىستەدى؟ ساي كەلگەنىنىڭ ٴبارىن بەلگىلەڭىز.
field-channels = ولار سىزگە قالاي حابارلاستى؟
field-actors = بىلۋىڭىزشە، مۇنى كىم ىستەدى؟
field-actors-help = توپتى بەلگىلەڭىز. ادامنىڭ اتىن جازباڭىز.
field-demands = ولار نە تالاپ ەتتى؟
field-effects = سونىڭ سالدارىنان نە بولدى؟
field-country = بۇل بولعان كەزدە ٴسىز قاي ەلدە ەدىڭىز؟
field-country-help = ول جەردە ٴسىز سياقتى ادام از بولسا، ەلدىڭ ورنىنا ٴوڭىردى تاڭداڭىز نەمەسە وتكىزىپ جىبەرىڭىز.
field-year = قاي جىلى؟ بىرنەشە جىلعا سوزىلسا، ٴبىرىنشى جىلىن تاڭداڭىز.
field-month = شامامەن قاي ايدا؟
field-month-help = وسى اي ارقىلى بىرەۋ ٴسىزدى تانىپ قويۋى مۇمكىن بولسا، وتكىزىپ جىبەرىڭىز.
field-frequency = قانشا رەت بولدى؟
field-evidence = مۇنى كورسەتەتىن ٴبىر نارسەڭىز بار ما؟ ونى جىبەرۋ مىندەتتى ەمەس.
field-told = بۇل تۋرالى بۇرىن بىرەۋگە ايتتىڭىز با؟
field-told-help = بۇل ٴبىر وقيعانى ەكى رەت ساناماۋعا كومەكتەسەدى.
field-community = ٴسىز قاي قاۋىمنانسىز؟
field-gender = ٴسىز …
field-age_band = جاسىڭىز
field-urgent = ٴدال قازىر سىزگە نەمەسە جازعانىڭىزداعى بىرەۋگە قاۋىپ ٴتونىپ تۇر ما؟
field-urgent-help = ٴبىز مۇنى كەش وقۋىمىز مۇمكىن. وسى بەتتىڭ باسىنداعى كەڭەستى قاراڭىز.
field-help_wanted = مىنالاردىڭ ٴبىرى سىزگە كومەك بولار ما ەدى؟ كود الساڭىز عانا جاۋاپ بەرە الامىز.
field-follow_up = كەيىن جاۋاپ وقۋ ٴۇشىن نەمەسە شەشىمىڭىزدى وزگەرتۋ ٴۇشىن كود كەرەك پە؟
field-contact_note = سىزگە حابارلاسۋدىڭ باسقا جولى (ۇسىنبايمىز)
field-attachments = قوسقىڭىز كەلسە، فايلدار
field-attachments-help = سۋرەت، بەينە، دىبىس: مىسالى، ەكران سۋرەتى نەمەسە جازىپ الىنعان تەلەفون سويلەسۋى. فايل قۇلىپتالماي تۇرىپ، ىشىندەگى جاسىرىن مالىمەتسىز جاڭادان جاسالادى: اتى، جەرى مەن ۋاقىتى، قاي تەلەفون ەكەنى، ەسكەرتپەلەر مەن كىشكەنە ۇلگى سۋرەتتەر الىنىپ تاستالادى. سۋرەتتىڭ نەمەسە دىبىستىڭ ٴوزى سول كۇيىندە قالادى. ونداعى جۇزدەر، داۋىستار، ەسىمدەر، جەرلەر، بولمەنىڭ كورىنىسى دە قالادى. ٴبىز بۇلاردى الىپ تاستاي المايمىز. جىبەرمەي تۇرىپ، ولاردى جاۋىپ قويىڭىز نەمەسە فايلدى قوسپاڭىز.

prefer_not = ايتقىم كەلمەيدى
## Choices: use_level
use_level-read_only = تەك وقىڭىز. ساناماڭىز، ٴۇزىندى كەلتىرمەڭىز.
use_level-count = جالپى سانعا قوسۋعا بولادى، وقيعامدى ايتپاي.
use_level-summary = كەي جەرىن وزگەرتىپ نە الىپ تاستاپ، ٴوز سوزىڭىزبەن ايتىپ بەرۋگە بولادى.
use_level-quote = ەگجەي-تەگجەيىن الىپ تاستاپ، ٴۇزىندى كەلتىرۋگە بولادى.
use_level-full = كىم ەكەنىمدى كورسەتەتىن جەرىن الىپ تاستاپ، ٴبارىن جاريالاۋعا بولادى.

## Choices: share_with
share_with-partner_ngo = ادام ۇقىعىن قورعايتىن باسقا ۇيىمدارعا
share_with-un = بىرىككەن ۇلتتار ۇيىمىنىڭ (UN) ادام ۇقىعى ورگاندارىنا
share_with-court = سوتتار مەن رەسمي تەرگەۋشىلەرگە
share_with-host_state = تۇراتىن ەلىمنىڭ ۇكىمەتىنە نە ساقشىسىنا
share_with-press = تىلشىلەرگە
share_with-archive = كەيىنگى زەرتتەۋلەرگە ارنالعان جابىق مۇراعاتقا (ارحيۆ)
share_with-nobody = باسقا ەشكىمگە بەرمەڭىز

## Choices: hold_until
hold_until-now = كۇتۋدىڭ كەرەگى جوق
hold_until-six_months = 6 اي كۇتىڭىز
hold_until-one_year = 1 جىل كۇتىڭىز
hold_until-two_years = 2 جىل كۇتىڭىز

## Choices: yes_no_unsure
yes_no_unsure-yes = ٴيا
yes_no_unsure-no = جوق
yes_no_unsure-unsure = ناقتى بىلمەيمىن

## Choices: relation
relation-me = مەنىڭ
relation-family = وتباسىمداعى بىرەۋدىڭ
relation-saw = باسقا بىرەۋدىڭ؛ ٴوزىم كوردىم نە ەستىدىم
relation-told = باسقا بىرەۋدىڭ؛ ماعان ٴوزى ايتتى
relation-group = توپتىڭ نە بىرلەستىكتىڭ

## Choices: incident_types
group-incident_types-distance = تەلەفون، حابار، قورقىتۋ
group-incident_types-proxy = وتباسى ارقىلى قىسىم
group-incident_types-mobility = پاسپورت، قۇجات، ساپار
group-incident_types-digital = تەلەفون، كومپيۋتەر، ينتەرنەت
group-incident_types-community = قاۋىم ىشىندەگى اڭدۋ مەن قىسىم
group-incident_types-hoststate = تۇراتىن ەلىمنىڭ ارەكەتتەرى
group-incident_types-direct = بەتپە-بەت كەزدەسۋ نە كۇش قولدانۋ
incident_types-threat_me = مەنى قورقىتتى
incident_types-threat_death = بىرەۋدى ولتىرەمىز دەپ قورقىتتى
incident_types-unwanted_contact = ساقشى نە ۇكىمەت ادامدارى ماعان تەلەفون سوقتى نە جازدى
incident_types-embassy_summons = ەلشىحانا نە كونسۋلحانا مەنى شاقىردى نە سۇراققا الدى
incident_types-info_demand = ماعان جەكە قۇجاتىڭدى نە مالىمەتىڭدى جىبەر دەدى
incident_types-harassment = قايتا-قايتا بالاعاتتادى نە مازالادى
incident_types-threat_family = وتباسىمدى قورقىتتى
incident_types-family_questioned = وتباسىمدى سۇراققا الدى نە ۇيىنە باردى
incident_types-family_detained = وتباسىمدى ۇستادى نە تۇرمەگە قامادى
incident_types-family_disappeared = وتباسىم حابارسىز كەتتى؛ قايدا ەكەنىن بىلە المايمىن
incident_types-family_penalty = وتباسىم جۇمىسىنان، وقۋىنان، ۇيىنەن ايىرىلدى نە جولعا شىعا الماي قالدى
incident_types-family_made_to_call = وتباسىمدى ماعان تەلەفون سوعۋعا نە بەينەدە سويلەۋگە ٴماجبۇر ەتتى
incident_types-contact_cut = وتباسىممەن ەندى حابارلاسا المايمىن
incident_types-passport_refused = پاسپورتىمدى جاڭارتىپ بەرمەدى
incident_types-passport_taken = پاسپورتىمدى نە قۇجاتتارىمدى تارتىپ الدى نە جارامسىز ەتتى
incident_types-papers_refused = تۋۋ، نەكە نە باسقا قۇجاتتى بەرمەدى
incident_types-told_to_return = قۇجات الۋ نە وتباسىڭا كومەكتەسۋ ٴۇشىن قايتىپ كەل دەدى
incident_types-travel_blocked = جولعا شىعارمادى
incident_types-no_return = ماعان قايتۋعا رۇقسات جوق
incident_types-family_no_exit = وتباسىما شىعۋعا نە ماعان كەلۋگە رۇقسات جوق
incident_types-phishing = جالعان حابارلار، سىلتەمەلەر نە قولدانبالار
incident_types-spyware = تەلەفونىما، كومپيۋتەرىمە نە تورداعى ەسەبىمە بۇزىپ كىردى
incident_types-account_closed = تورداعى ەسەبىمدى جاپتى نە توقتاتىپ تاستادى
incident_types-doxxing = جەكە مالىمەتتەرىمدى ينتەرنەتكە شىعاردى
incident_types-smear = مەن تۋرالى ينتەرنەتتە نە باسپا سوزدە وتىرىك تاراتتى
incident_types-impersonation = بىرەۋ ٴوزىن مەن دەپ نە مەن سەنەتىن ۇيىم دەپ تانىستىردى
incident_types-recruit = ماعان باسقالاردى اڭدى نەمەسە ولار تۋرالى ايتىپ تۇر دەدى
incident_types-reported_on = بىرەۋ مەن تۋرالى ولارعا ايتىپ باردى
incident_types-watched = مەنى اڭدىدى، ىزىمە ٴتۇستى، بەينەگە نە سۋرەتكە ٴتۇسىردى
incident_types-event_disrupted = جيىنعا، نارازىلىققا نە دارىسكە كەدەرگى جاسادى
incident_types-job_study_pressure = جۇمىس، وقۋ نە كاسىپ ارقىلى قىسىم
incident_types-money_property = اقشانى نە مۇلىكتى تارتىپ الدى نە قولداندىرماي قويدى
incident_types-extortion = بىرەۋ اقشا تالاپ ەتتى
incident_types-hs_questioned = تۇراتىن ەلىمدە ساقشى نە ۇكىمەت ادامدارى سۇراققا الدى
incident_types-hs_detained = تۇراتىن ەلىمدە ۇستادى نە قامادى
incident_types-hs_deport_risk = كەرى قايتارىپ جىبەرەمىز دەپ قورقىتتى
incident_types-hs_deported = بىرەۋدى كەرى قايتارىپ جىبەردى
incident_types-hs_asylum_refused = پانا سۇراعاندا بەرمەدى
incident_types-interpol = ىزدەۋ سالدى نە بىرەۋدى قايتارىپ بەرۋدى سۇرادى
incident_types-visit = بەيتانىس ادامدار نە ۇكىمەت ادامدارى ماعان كەلدى
incident_types-assault = بىرەۋدى ۇردى نە جارالادى
incident_types-abduction = بىرەۋدى ۇرلاپ الىپ كەتتى نە الىپ كەتپەك بولدى
incident_types-break_in = ٴۇيدى نە كەڭسەنى ٴتىنتتى نە بۇزىپ كىردى
incident_types-sexual_harassment = جىنىستىق قورقىتۋ نە ٴتيىسۋ
incident_types-killing_attempt = بىرەۋدى ٴولتىردى نە ولتىرمەك بولدى
incident_types-something_else = باسقا نارسە

## Choices: channels
channels-phone_known = تەلەفون، ٴنومىرى كورىندى
channels-phone_hidden = تەلەفون، ٴنومىرى جاسىرىن نە جازىپ قويىلعان داۋىس
channels-wechat = WeChat
channels-messenger = حابار جازىساتىن باسقا قولدانبا
channels-video_call = وتباسىم مەن ۇكىمەت ادامدارى قاتىسقان بەينەلى تەلەفون
channels-email = ەلحات (E-mail)
channels-social_media = الەۋمەتتىك تور، كوپشىلىككە اشىق
channels-letter = حات نە سالەمدەمە
channels-embassy = ەلشىحانادا نە كونسۋلحانادا
channels-in_person = باسقا جەردە، بەتپە-بەت
channels-via_family = وتباسىم ارقىلى
channels-via_community = قاۋىمنان بىرەۋ ارقىلى
channels-border = اۋەجايدا نە شەكارادا
channels-other = باسقا جولمەن

## Choices: actors
actors-embassy = ەلشىحانا نە كونسۋلحانا قىزمەتكەرلەرى
actors-homeland_police = تۋعان جەردەگى ساقشى نە مەملەكەت قاۋىپسىزدىگى
actors-local_cadre = قىستاق، كوشە نە ورىن كادرلارى
actors-family_forced = وتباسىم، امالى بولمادى
actors-community_member = قاۋىمنان بىرەۋ
actors-org_company = سەرىكتەستىك، مەكتەپ نە ۇيىم
actors-host_officials = تۇراتىن ەلىمنىڭ ساقشىسى نە ۇكىمەت ادامدارى
actors-online_unknown = ينتەرنەتتەگى بەيتانىس ادامدار
actors-unknown = بىلمەيمىن

## Choices: demands
demands-silence = اشىق ايتۋدى دوعارۋ، جازبالاردى ٴوشىرۋ
demands-info_self = ٴوز قۇجاتتارىمدى نە مالىمەتىمدى بەرۋ
demands-info_others = باسقالار تۋرالى مالىمەت بەرۋ
demands-spy = ولارعا ۇنەمى جۇمىس ىستەۋ
demands-return = قايتىپ بارۋ
demands-leave_group = توپتان نە جيىننان كەتۋ
demands-statement = مالىمدەمەگە قول قويۋ، ونى جازدىرۋ نە جاريالاۋ
demands-withdraw = بۇرىن ايتقانىمنان قايتۋ
demands-stop_search = جوعالعان وتباسىمدى ىزدەۋدى دوعارۋ
demands-money = اقشا تولەۋ
demands-no_asylum = پانا سۇراماۋ
demands-none_clear = ناقتى ەشتەڭە ايتپادى
demands-other = باسقا نارسە

## Choices: effects
effects-fear = قورقىنىش، ۇيقىسىزدىق نە ۋايىم
effects-self_censor = بۇرىنعىدان از سويلەيمىن نە از جازامىن
effects-left_community = قاۋىمنان اۋلاق جۇرەمىن
effects-lost_contact = وتباسىممەن بايلانىسىم ٴۇزىلدى
effects-family_harmed = وتباسىما جاماندىق كەلدى
effects-no_papers = جارامدى قۇجاتىم جوق
effects-moved = ٴۇيىمدى نە تۇراتىن ەلىمدى اۋىستىردىم
effects-work_money = جۇمىسىمنان، وقۋىمنان نە اقشامنان ايىرىلدىم
effects-complied = ايتقانىن ىستەدىم
effects-refused = كونبەدىم
effects-spoke_more = بۇرىنعىدان كوبىرەك ايتامىن
effects-none = ەشتەڭە وزگەرگەن جوق

## Choices: frequency
frequency-once = ٴبىر رەت
frequency-several = بىرنەشە رەت
frequency-ongoing = ٴالى جالعاسىپ جاتىر

## Choices: evidence
evidence-messages = حابارلار نە ەكران سۋرەتتەرى
evidence-call_record = تەلەفون ٴتىزىمى نە جازىپ الىنعان داۋىس
evidence-documents = قۇجاتتار نە حاتتار
evidence-photos_video = سۋرەت نە بەينە
evidence-device = ۆيرۋس تۇسكەن بولۋى مۇمكىن تەلەفون نە كومپيۋتەر
evidence-witness = باسقا ادام كوردى
evidence-nothing = ەشتەڭە جوق

## Choices: told
told-nobody = ەشكىمگە
told-ngo = ادام ۇقىعىن قورعايتىن ۇيىمعا
told-public_db = زارداپ شەككەندەردىڭ اشىق تىزىمىنە نە دەرەك قورىنا
told-journalist = تىلشىگە
told-police_helped = ساقشىعا نە ۇكىمەت ادامدارىنا؛ كومەكتەستى
told-police_no_help = ساقشىعا نە ۇكىمەت ادامدارىنا؛ كومەكتەسپەدى
told-lawyer = ادۆوكاتقا
told-un = بىرىككەن ۇلتتار ۇيىمىنا (UN)
told-friends = وتباسىما نە دوستارىما

## Choices: community
community-uyghur = ۇيعىر
community-kazakh = قازاق
community-kyrgyz = قىرعىز
community-uzbek = وزبەك
community-hui_dungan = حۇي / دۇنگەن
community-tatar = تاتار
community-tajik_pamiri = تاجىك / پاميرلىك
community-mongol = موڭعول
community-tibetan = تيبەتتىك
community-hongkonger = حوڭكوڭدىق
community-chinese = قىتاي
community-other = باسقا

## Choices: gender
gender-woman = ايەل ادام
gender-man = ەر ادام
gender-other = ەكەۋى دە ەمەس

## Choices: age_band
age_band-a18_29 = 18 جاستان 29 جاسقا دەيىن
age_band-a30_49 = 30 جاستان 49 جاسقا دەيىن
age_band-a50 = 50 جاس نە ودان ۇلكەن

## Choices: urgent
urgent-yes_now = ٴيا
urgent-worried = قازىر جوق، بىراق الاڭدايمىن
urgent-no = جوق

## Choices: help_wanted
help_wanted-rights_info = تۇراتىن ەلىمدەگى ۇقىقتارىمدى ٴبىلۋ
help_wanted-legal = زاڭ جاعىنان كومەك
help_wanted-papers = قۇجات جاعىنان كومەك
help_wanted-digital = تەلەفون مەن كومپيۋتەر قاۋىپسىزدىگىنە كومەك
help_wanted-counsel = سويلەسەتىن ادام
help_wanted-relatives = جوعالعان وتباسىمدى تابۋعا كومەك
help_wanted-nothing = ەشتەڭە كەرەك ەمەس

## Choices: follow_up
follow_up-no_code = كود كەرەك ەمەس. ٴىز قالماسىن.
follow_up-code = ماعان كود بەرىڭىز

## Choices: month
month-01 = قاڭتار (1-اي)
month-02 = اقپان (2-اي)
month-03 = ناۋرىز (3-اي)
month-04 = ٴساۋىر (4-اي)
month-05 = مامىر (5-اي)
month-06 = ماۋسىم (6-اي)
month-07 = شىلدە (7-اي)
month-08 = تامىز (8-اي)
month-09 = قىركۇيەك (9-اي)
month-10 = قازان (10-اي)
month-11 = قاراشا (11-اي)
month-12 = جەلتوقسان (12-اي)

## Choices: year
year-earlier = ودان بۇرىن

## Choices: country
country-transit = ەلدەن ەلگە بارا جاتقان جولدا
region-country-central_asia = ورتالىق ازيا
region-country-central_asia-only = ورتالىق ازيانىڭ ٴبىر جەرىندە
region-country-south_asia = وڭتۇستىك ازيا
region-country-south_asia-only = وڭتۇستىك ازيانىڭ ٴبىر جەرىندە
region-country-se_east_asia = شىعىس جانە وڭتۇستىك-شىعىس ازيا
region-country-se_east_asia-only = شىعىس نە وڭتۇستىك-شىعىس ازيانىڭ ٴبىر جەرىندە
region-country-mena_turkey = تۇركيا، تاياۋ شىعىس جانە سولتۇستىك افريكا
region-country-mena_turkey-only = تۇركيانىڭ، تاياۋ شىعىستىڭ نە سولتۇستىك افريكانىڭ ٴبىر جەرىندە
region-country-europe_russia = ەۋروپا جانە رەسەي
region-country-europe_russia-only = ەۋروپانىڭ نە رەسەيدىڭ ٴبىر جەرىندە
region-country-americas = سولتۇستىك جانە وڭتۇستىك امەريكا
region-country-americas-only = سولتۇستىك نە وڭتۇستىك امەريكانىڭ ٴبىر جەرىندە
region-country-africa = افريكا
region-country-africa-only = افريكانىڭ ٴبىر جەرىندە
region-country-oceania = اۋستراليا جانە وكەانيا
region-country-oceania-only = اۋستراليانىڭ نە وكەانيانىڭ ٴبىر جەرىندە

## Choices: language (names stay in their own language)
language-other = باسقا
