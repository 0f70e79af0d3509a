### status: draft, not reviewed

## Texts
text-title = بىزگە يېزىڭ
text-opening = بىزگە نېمىنى ئېيتىشنى ئۆزىڭىز بەلگىلەيسىز. پەقەت بىرىنچى كاتەكنىلا تولدۇرۇش زۆرۈر. باشقا ھەرقانداق سوئالنى ئاتلاپ ئۆتسىڭىز بولىدۇ. خالىغان ۋاقىتتا توختىسىڭىز بولىدۇ. «ئەۋەتىش»نى باسمىغۇچە، ھېچنېمە ساقلانمايدۇ.
text-content_note = بۇ بەت تەھدىت ۋە بېسىم توغرىسىدا سورايدۇ. بەزى سوئاللار كۆڭلىڭىزنى يېرىم قىلىشى مۇمكىن. خالىغان ۋاقىتتا دەم ئېلىۋېلىڭ.
text-who_reads = ئەۋەتكەنلىرىڭىزنى تەتقىقاتچىلارنىڭ كىچىك بىر گۇرۇپپىسى ئوقۇيدۇ. مۇلازىمېتىرىمىز (سېرۋېر) ئۇنى كەلگەن ھامان قۇلۇپلايدۇ. شۇنىڭدىن كېيىن مۇلازىمېتىر ئۇنى قايتا ئاچالمايدۇ. گۇرۇپپا ئۇنى ئىنتېرنېتقا ئۇلانمىغان كومپيۇتېرلاردا ئاچىدۇ.
text-server_sees = مۇلازىمېتىر نېمىنى كۆرەلەيدۇ: سۆزلىرىڭىزنى ۋە ھۆججەتلىرىڭىزنى قۇلۇپلاۋاتقاندا، ئۇ بىردەم ئۇلارنى ئوقۇشقا مەجبۇر. ئۇ سىزنىڭ كىملىكىڭىزنى ياكى نەدىلىكىڭىزنى خاتىرىلىمەيدۇ. ئۇ جەدۋىلىڭىزنىڭ قايسى ھەپتىدە كەلگەنلىكىنى ساقلاپ قالىدۇ. قايسى كۈنى كەلگەنلىكى سۆزلىرىڭىز بىلەن بىرگە قۇلۇپلىنىدۇ.
text-do_not_write = ئۆزىڭىزنى ۋە ئائىلىڭىزنى قوغداڭ. ئىسىم يازماڭ. يۇرتىڭىزنى ياكى كوچىڭىزنى يازماڭ. ئېنىق كۈن-چېسلا يازماڭ. تېلېفون ياكى كىملىك نومۇرى يازماڭ. نەدە ئىشلەيدىغانلىقىڭىزنى ياكى ئوقۇيدىغانلىقىڭىزنى ئېيتماڭ. «ئاكام»، «ئەلچىخانىدىكى بىر ئادەم»، «ئەتىيازدا» ياكى «شىمالدىكى بىر شەھەر» دەپ يازسىڭىز بولىدۇ.
text-other_people = جامائەتتىكى باشقا كىشىلەرنىڭ ئىسمىنى يازماڭ، ئۇلار سىزگە قارشى ئىش قىلىۋاتىدۇ دەپ ئويلىسىڭىزمۇ يازماڭ. نېمە ئىش قىلىنغانلىقىنى ئېيتىڭ.
text-device = ئۆزىڭىز ئىشىنىدىغان تېلېفون ياكى كومپيۇتېرنى ئىشلىتىڭ. ئىچىدە WeChat (ئۈندىدار) بار تېلېفوننى ياكى باشقا بىرسى سىزگە تەڭشەپ بەرگەن تېلېفوننى ئىشلەتمەڭ. بۇ بەتنىڭ ئادرېسىنى ھېچكىمگە WeChat ئارقىلىق ئەۋەتمەڭ.
text-no_download = بىز سىزدىن بىر نەرسە چۈشۈرۈشنى، قاچىلاشنى، ھېساباتقا كىرىشنى، پۇل تۆلەشنى ياكى كود سىكانېرلاشنى ھەرگىز تەلەپ قىلمايمىز. مۇشۇنىڭغا ئوخشايدىغان بىر بەت شۇنداق تەلەپ قىلسا، ئۇنى تاقاڭ. ئۇ ساختا.
text-limits = بۇنىڭ تۇغقانلىرىڭىزغا، رەسمىي ھۆججەتلىرىڭىزگە ياكى پاناھلىق ئىلتىماسىڭىزغا ياردىمى بولىدۇ دەپ ۋەدە بېرەلمەيمىز. سىزنى قوغدىيالمايمىز. بىز ساقچى ئەمەس، ئەلچىخانىمۇ ئەمەس. ھېچقانداق ھۆكۈمەتكە ئىشلىمەيمىز.
text-not_emergency = بۇ جىددىي قۇتقۇزۇش لىنىيەسى ئەمەس. بۇنى بىر نەچچە كۈن ياكى بىر نەچچە ھەپتە ھېچكىم ئوقۇماسلىقى مۇمكىن. ھازىر خەتەر ئىچىدە بولسىڭىز، تۇرۇۋاتقان يېرىڭىزدىكى جىددىي قۇتقۇزۇش نومۇرىغا تېلېفون قىلىڭ.
text-under_18 = 18 ياشقا توشمىغان بولسىڭىز، ئاۋۋال ئۆزىڭىز ئىشىنىدىغان بىر چوڭ كىشى بىلەن سۆزلىشىڭ. شۇنداقتىمۇ بىزگە يازسىڭىز بولىدۇ. يېشىڭىزنى بىزگە ئېيتماڭ.
text-no_consent_default = ھېچنېمىنى تاللىمىسىڭىز، ئۇنى پەقەت ئوقۇيمىز. ساناققا قوشمايمىز، سۆزىڭىزنى ئەينەن ئىشلەتمەيمىز، باشقىلارغا بەرمەيمىز.
text-no_change_later = قايتا كىرىش ئۈچۈن ھازىرچە كود يوق. ئەۋەتىپ بولغاندىن كېيىن، ئۇنى بۇ يەردە ئۆزگەرتەلمەيسىز، قايتۇرۇۋالالمايسىز.
text-leaving = تېز چىقىپ كېتىش ئۈچۈن، بۇ كۆزنەكنى ياكى بەتكۈچنى تاقاڭ. Tor Browser دا «يېڭى كىملىك» («New identity») ھەممىنى تاقايدۇ ۋە ئۇنتۇيدۇ. باشقا توركۆرگۈلەر بۇ بەتنىڭ ئادرېسىنى زىيارەت تارىخىدا ساقلاپ قېلىشى مۇمكىن: ئۇنى شۇ يەردىن ئۆچۈرۈڭ. كېيىن بۇ ئۈسكۈنىگە قارىغان ئادەم سىزنىڭ نېمە ئەۋەتكىنىڭىزنى بۇ يەردە كۆرەلمەيدۇ. لېكىن ئېكراننى ياكى كۇنۇپكىلارنى كۆزىتىدىغان پروگراممىلار سىز يېزىۋاتقاندا ئۇنى كۆرەلەيدۇ.
text-thanks = رەھمەت. ئەۋەتكىنىڭىز بىزگە يەتتى. ھازىر كۆڭلىڭىز يېرىم بولۇشى ياكى ھارغىنلىق ھېس قىلىشىڭىز مۇمكىن؛ نۇرغۇن كىشى شۇنداق بولىدۇ. ئەمدى باشقا ھېچنېمە قىلىشىڭىز شەرت ئەمەس. بۇ توركۆرگۈنى تازىلاش ئۈچۈن، Tor Browser دا «يېڭى كىملىك» («New identity») نى تاللاڭ، ئاندىن ئۇنى تاقاڭ. باشقا توركۆرگۈ بولسا، بۇ بەتنى زىيارەت تارىخىدىن ئۆچۈرۈڭ، ئاندىن ئۇنى تاقاڭ.

## Sections
section-story = كەچۈرمىشىڭىز
section-use = ئۇنى قانداق ئىشلەتسەك بولىدۇ
section-happened = نېمە ئىش بولدى
section-happened-note = بۇلارنىڭ ھەممىسى ئىختىيارىي. ئۇلار ساناق قىلىشىمىزغا ياردەم بېرىدۇ.
section-you = ئۆزىڭىز توغرىسىدا
section-you-note = بۇ ئىختىيارىي. تۇرۇۋاتقان يېرىڭىزدە سىزگە ئوخشاش كىشىلەر ئاز بولسا، ئاتلاپ ئۆتۈڭ.
section-last = ئەۋەتىشتىن بۇرۇن

## Questions
field-testimony = نېمە ئىش بولدى؟ خالىغان تىلدا، خالىغان يېزىقتا يېزىڭ.
field-testimony-help = مۇنۇلارنى يازسىڭىز بولىدۇ: نېمە ئىش قىلىندى، قانداق قىلىندى، ئۇلار نېمە تەلەپ قىلدى، كېيىن نېمە بولدى. بىر ئىشنى يازسىڭىزمۇ، كۆپ ئىشنى يازسىڭىزمۇ بولىدۇ.
field-testimony_lang = قايسى تىلدا يازدىڭىز؟
field-use_level = يازغىنىڭىزنى قانچىلىك ئىشلەتسەك بولىدۇ؟ ھەر بىر باسقۇچ ئۆزىدىن ئالدىنقىلارنىمۇ ئۆز ئىچىگە ئالىدۇ.
field-share_with = ئۇنى باشقىلارغا بەرسەك بولامدۇ؟ پەقەت قوشۇلىدىغانلىرىڭىزغا بەلگە قويۇڭ.
field-hold_until = ئىشلىتىشتىن بۇرۇن كۈتۈپ تۇرايلىمۇ؟
field-hold_until-help = تاللىمىسىڭىز، 6 ئاي كۈتىمىز.
field-third_party = يازغىنىڭىزدىن باشقا بىر كىشىنى تونۇۋالغىلى بولامدۇ؟
field-relation = بۇ ئىش كىمنىڭ بېشىغا كەلدى؟
field-incident_types = نېمە ئىش قىلىندى؟ توغرا كېلىدىغانلىرىنىڭ ھەممىسىگە بەلگە قويۇڭ.
field-channels = ئۇلار سىز بىلەن قانداق ئالاقىلاشتى؟
field-actors = بىلىشىڭىزچە، بۇنى كىم قىلدى؟
field-actors-help = پەقەت تۈرىگە بەلگە قويۇڭ. ئىسىم يازماڭ.
field-demands = ئۇلار نېمە تەلەپ قىلدى؟
field-effects = بۇنىڭ سەۋەبىدىن نېمە بولدى؟
field-country = بۇ ئىش بولغاندا قايسى دۆلەتتە ئىدىڭىز؟
field-country-help = ئۇ يەردە سىزگە ئوخشاش كىشىلەر ئاز بولسا، دۆلەتنىڭ ئورنىغا رايوننى تاللاڭ، ياكى بۇ سوئالنى ئاتلاپ ئۆتۈڭ.
field-year = قايسى يىلى؟ نەچچە يىل داۋام قىلغان بولسا، بىرىنچى يىلىنى تاللاڭ.
field-month = تەخمىنەن قايسى ئايدا؟
field-month-help = باشقىلار شۇ ئايغا قاراپ سىزنى بىلىپ قېلىشى مۇمكىن بولسا، ئاتلاپ ئۆتۈڭ.
field-frequency = قانچە قېتىم؟
field-evidence = بۇنى كۆرسىتىپ بېرىدىغان بىر نەرسىڭىز بارمۇ؟ ئۇنى ئەۋەتىشىڭىز شەرت ئەمەس.
field-told = بۇنى ئىلگىرى باشقا بىرىگە ئېيتىپ باقتىڭىزمۇ؟
field-told-help = بۇ بىر ئىشنى ئىككى قېتىم ساناپ قويماسلىقىمىزغا ياردەم بېرىدۇ.
field-community = سىز قايسى خەلق ياكى جامائەتكە تەۋە؟
field-gender = سىز …
field-age_band = ياش ئارىلىقىڭىز
field-urgent = سىز ياكى سىز يازغان بىرەر كىشى ھازىر خەتەر ئىچىدىمۇ؟
field-urgent-help = بىز بۇنى كېچىكىپ ئوقۇشىمىز مۇمكىن. بۇ بەتنىڭ بېشىدىكى مەسلىھەتنى كۆرۈڭ.
field-help_wanted = بۇلاردىن سىزگە ياردىمى بولىدىغىنى بارمۇ؟ پەقەت كود ساقلاپ قويسىڭىزلا، جاۋاب بېرەلەيمىز.
field-follow_up = كېيىن جاۋاب ئوقۇش ياكى قارارىڭىزنى ئۆزگەرتىش ئۈچۈن كود ئالامسىز؟
field-contact_note = سىز بىلەن ئالاقىلىشىشنىڭ باشقا يولى (تەۋسىيە قىلمايمىز)
field-attachments = ھۆججەتلەر، قوشۇشنى خالىسىڭىز
field-attachments-help = رەسىم، سىن (ۋىدېئو) ۋە ئاۋاز: مەسىلەن، ئېكران سۈرىتى ياكى تېلېفوندا سۆزلەشكەن ئاۋاز. قۇلۇپلاشتىن بۇرۇن، ھۆججەت ئىچىدىكى يوشۇرۇن ئۇچۇرلارسىز قايتا ياسىلىدۇ: نامى، جايى ۋە ۋاقتى، قايسى تېلېفونلۇقى، ئىزاھاتلار ۋە كىچىك كۆرۈنۈشلەر قالمايدۇ. رەسىم ۋە ئاۋازنىڭ ئۆزى شۇ پېتى قالىدۇ، ئۇنىڭدا كۆرۈنىدىغان ۋە ئاڭلىنىدىغان نەرسىلەرمۇ قالىدۇ: يۈزلەر، ئاۋازلار، ئىسىملار، جايلار، ئۆينىڭ كۆرۈنۈشى. بۇلارنى بىز چىقىرىۋېتەلمەيمىز. ئەۋەتىشتىن بۇرۇن ئۇلارنى يېپىۋېتىڭ، ياكى ھۆججەتنى قوشماڭ.

prefer_not = ئېيتمىسام دەيمەن
## Choices: use_level
use_level-read_only = پەقەت ئوقۇسۇن. ساناققا قوشمىسۇن، سۆزۈمنى ئەينەن ئىشلەتمىسۇن.
use_level-count = ئومۇمىي سانغا قوشسا بولىدۇ، كەچۈرمىشىمنى يازمىسۇن.
use_level-summary = تەتقىقاتچىلار ئۆز سۆزى بىلەن يازسا بولىدۇ، تەپسىلاتلارنى ئۆزگەرتىپ ياكى چىقىرىۋېتىپ.
use_level-quote = بەزى يەرلىرىنى ئەينەن ئىشلەتسە بولىدۇ، تەپسىلاتلارنى چىقىرىۋېتىپ.
use_level-full = ھەممىسىنى ئېلان قىلسا بولىدۇ، كىملىكىمنى بىلدۈرىدىغان يەرلىرىدىن باشقا.

## Choices: share_with
share_with-partner_ngo = باشقا كىشىلىك ھوقۇق تەشكىلاتلىرى
share_with-un = بىرلەشكەن دۆلەتلەر تەشكىلاتىنىڭ كىشىلىك ھوقۇق ئورگانلىرى
share_with-court = سوتلار ۋە رەسمىي تەكشۈرگۈچىلەر
share_with-host_state = مەن تۇرۇۋاتقان دۆلەتنىڭ ھۆكۈمىتى ياكى ساقچىسى
share_with-press = مۇخبىرلار
share_with-archive = كېيىنكى تەتقىقات ئۈچۈن ساقلايدىغان يېپىق ئارخىپ
share_with-nobody = باشقا ھېچكىمگە بەرمىسۇن

## Choices: hold_until
hold_until-now = كۈتۈش كېرەك ئەمەس
hold_until-six_months = 6 ئاي كۈتسۇن
hold_until-one_year = 1 يىل كۈتسۇن
hold_until-two_years = 2 يىل كۈتسۇن

## Choices: yes_no_unsure
yes_no_unsure-yes = ھەئە
yes_no_unsure-no = ياق
yes_no_unsure-unsure = ئېنىق بىلمەيمەن

## Choices: relation
relation-me = مېنىڭ بېشىمغا
relation-family = ئائىلەمدىكى بىرىنىڭ بېشىغا
relation-saw = باشقا بىرىنىڭ بېشىغا؛ ئۆزۈم كۆردۈم ياكى ئاڭلىدىم
relation-told = باشقا بىرىنىڭ بېشىغا؛ ئۇ ماڭا ئېيتىپ بەردى
relation-group = بىر گۇرۇپپا ياكى جەمئىيەتنىڭ بېشىغا

## Choices: incident_types
group-incident_types-distance = تېلېفون، ئۇچۇر ۋە تەھدىت
group-incident_types-proxy = ئائىلە ئارقىلىق بېسىم
group-incident_types-mobility = پاسپورت، رەسمىي ھۆججەت ۋە سەپەر
group-incident_types-digital = تېلېفون، كومپيۇتېر ۋە ئىنتېرنېت
group-incident_types-community = جامائەت ئىچىدىكى پايلاش ۋە بېسىم
group-incident_types-hoststate = مەن تۇرۇۋاتقان دۆلەت قىلغان ئىشلار
group-incident_types-direct = يۈزمۇيۈز ئىشلار ياكى زوراۋانلىق
incident_types-threat_me = ماڭا تەھدىت سالدى
incident_types-threat_death = بىرىگە ئۆلۈم تەھدىتى سالدى
incident_types-unwanted_contact = ساقچى ياكى ئەمەلدارلار ماڭا تېلېفون قىلدى ياكى خەت يازدى
incident_types-embassy_summons = ئەلچىخانا ياكى كونسۇلخانا مېنى چاقىردى ياكى مەندىن سوئال سورىدى
incident_types-info_demand = ھۆججەتلىرىمنى ياكى شەخسىي ئۇچۇرلىرىمنى ئەۋەتىشىمنى تەلەپ قىلدى
incident_types-harassment = قايتا-قايتا ھاقارەت قىلدى ياكى ئارام بەرمىدى
incident_types-threat_family = ئائىلەمدىكىلەرگە تەھدىت سالدى
incident_types-family_questioned = ئائىلەمدىكىلەرنى سوراق قىلدى ياكى ئۇلارنىڭ ئالدىغا باردى
incident_types-family_detained = ئائىلەمدىكىلەرنى تۇتۇپ كەتتى ياكى تۈرمىگە سولىدى
incident_types-family_disappeared = ئائىلەمدىكىلەر يوقاپ كەتتى؛ نەدىلىكىنى بىلەلمەيۋاتىمەن
incident_types-family_penalty = ئائىلەمدىكىلەر خىزمەتتىن، ئوقۇشتىن، ئۆيدىن ياكى سەپەر قىلىشتىن مەھرۇم قالدى
incident_types-family_made_to_call = ئائىلەمدىكىلەرنى ماڭا تېلېفون قىلىشقا ياكى سىندا سۆزلەشكە مەجبۇرلىدى
incident_types-contact_cut = ئائىلەم بىلەن ئەمدى ئالاقە قىلالمايمەن
incident_types-passport_refused = پاسپورتۇمنى يېڭىلاپ بەرمىدى
incident_types-passport_taken = پاسپورتۇمنى ياكى ھۆججەتلىرىمنى تارتىۋالدى ياكى ئىناۋەتسىز قىلدى
incident_types-papers_refused = تۇغۇلۇش، نىكاھ ھۆججىتى ياكى باشقا ھۆججەت بەرمىدى
incident_types-told_to_return = ھۆججەت ئېلىش ياكى ئائىلەمگە ياردەم قىلىش ئۈچۈن قايتىپ كېلىشىمنى تەلەپ قىلدى
incident_types-travel_blocked = سەپەر قىلىشنى توستى
incident_types-no_return = قايتىپ بېرىشىمغا يول قويمايدۇ
incident_types-family_no_exit = ئائىلەمدىكىلەرنىڭ چىقىشىغا ياكى يېنىمغا كېلىشىگە يول قويمايدۇ
incident_types-phishing = ساختا ئۇچۇر، ئۇلىنىش ياكى ئەپلەر
incident_types-spyware = تېلېفونۇمغا، كومپيۇتېرىمغا ياكى ھېساباتىمغا ئوغرىلىقچە كىردى
incident_types-account_closed = ھېساباتىمنى تاقىدى ياكى توستى
incident_types-doxxing = شەخسىي ئۇچۇرلىرىمنى تورغا چىقىرىپ قويدى
incident_types-smear = توردا ياكى ئاخباراتتا مەن توغرۇلۇق يالغان گەپ تارقاتتى
incident_types-impersonation = بىرى ئۆزىنى مەن ياكى مەن ئىشىنىدىغان تەشكىلات قىلىپ كۆرسەتتى
incident_types-recruit = باشقىلارنى پايلىشىمنى ياكى ئۇلار توغرۇلۇق خەۋەر بېرىشىمنى تەلەپ قىلدى
incident_types-reported_on = بىرى مەن توغرۇلۇق خەۋەر بەردى
incident_types-watched = مېنى پايلىدى، ماڭا ئەگەشتى، مېنى سىنغا ياكى سۈرەتكە ئالدى
incident_types-event_disrupted = يىغىن، نامايىش ياكى لېكسىيەنى بۇزدى
incident_types-job_study_pressure = خىزمەت، ئوقۇش ياكى تىجارەت ئارقىلىق بېسىم قىلدى
incident_types-money_property = پۇل ياكى مال-مۈلۈكنى تارتىۋالدى ياكى توڭلىتىپ قويدى
incident_types-extortion = بىرى پۇل تەلەپ قىلدى
incident_types-hs_questioned = تۇرۇۋاتقان يېرىمدە ساقچى ياكى ئەمەلدارلار سوراق قىلدى
incident_types-hs_detained = تۇرۇۋاتقان يېرىمدە قولغا ئالدى ياكى تۇتۇپ تۇردى
incident_types-hs_deport_risk = قايتۇرۇۋېتىمىز دەپ تەھدىت سالدى
incident_types-hs_deported = بىرىنى قايتۇرۇۋەتتى
incident_types-hs_asylum_refused = پاناھلىق ئىلتىماسىنى رەت قىلدى
incident_types-interpol = تۇتۇش ئۇقتۇرۇشى ياكى بىرىنى قايتۇرۇپ بېرىش تەلىپى
incident_types-visit = ناتونۇش كىشىلەر ياكى ئەمەلدارلار ئالدىمغا كەلدى
incident_types-assault = بىرىنى ئۇردى ياكى يارىلاندۇردى
incident_types-abduction = بىرىنى تۇتۇپ ئېلىپ كەتتى ياكى ئېلىپ كەتمەكچى بولدى
incident_types-break_in = ئۆينى ياكى ئىشخانىنى ئاختۇردى ياكى بۇزۇپ كىردى
incident_types-sexual_harassment = جىنسىي تەھدىت ياكى جىنسىي پاراكەندىچىلىك
incident_types-killing_attempt = بىرىنى ئۆلتۈردى ياكى ئۆلتۈرمەكچى بولدى
incident_types-something_else = باشقا ئىش

## Choices: channels
channels-phone_known = تېلېفون، نومۇرى كۆرۈنگەن
channels-phone_hidden = تېلېفون، نومۇرى يوشۇرۇن ياكى ئۈنگە ئېلىنغان ئاۋاز
channels-wechat = WeChat (ئۈندىدار)
channels-messenger = باشقا ئۇچۇر ئالماشتۇرۇش ئەپى
channels-video_call = ئائىلەم ۋە ئەمەلدارلار بىلەن سىنلىق تېلېفون
channels-email = ئېلخەت
channels-social_media = ئىجتىمائىي تاراتقۇ، ھەممىگە ئوچۇق
channels-letter = خەت ياكى پوسۇلكا
channels-embassy = ئەلچىخانىدا ياكى كونسۇلخانىدا
channels-in_person = باشقا يەردە، يۈزمۇيۈز
channels-via_family = ئائىلەم ئارقىلىق
channels-via_community = جامائەتتىكى بىرى ئارقىلىق
channels-border = ئايرودرومدا ياكى چېگرادا
channels-other = باشقا يول بىلەن

## Choices: actors
actors-embassy = ئەلچىخانا ياكى كونسۇلخانا خادىملىرى
actors-homeland_police = ۋەتەندىكى ساقچى ياكى دۆلەت بىخەتەرلىك خادىملىرى
actors-local_cadre = كەنت، مەھەللە ياكى ئىدارە ئەمەلدارلىرى
actors-family_forced = ئائىلەمدىكىلەر؛ ئۇلارنىڭ باشقا ئامالى يوق ئىدى
actors-community_member = جامائەتتىكى بىرى
actors-org_company = شىركەت، مەكتەپ ياكى جەمئىيەت
actors-host_officials = مەن تۇرۇۋاتقان يەردىكى ساقچى ياكى ئەمەلدارلار
actors-online_unknown = توردىكى ناتونۇش كىشىلەر
actors-unknown = بىلمەيمەن

## Choices: demands
demands-silence = ئاۋاز چىقارماسلىق، يازمىلارنى ئۆچۈرۈش
demands-info_self = ئۆز ھۆججەتلىرىمنى ياكى ئۇچۇرلىرىمنى بېرىش
demands-info_others = باشقىلار توغرۇلۇق ئۇچۇر بېرىش
demands-spy = ئۇلارغا دائىم ئىشلەپ بېرىش
demands-return = قايتىپ كېلىش
demands-leave_group = بىر تەشكىلاتتىن ياكى پائالىيەتتىن چىقىش
demands-statement = باياناتقا قول قويۇش، ئۇنى ئۈنگە ياكى سىنغا ئېلىش، ياكى تورغا چىقىرىش
demands-withdraw = بۇرۇن دېگەن گېپىمدىن يېنىش
demands-stop_search = يوقاپ كەتكەن ئائىلەمدىكىلەرنى سۈرۈشتۈرمەسلىك
demands-money = پۇل تۆلەش
demands-no_asylum = پاناھلىق سورىماسلىق
demands-none_clear = ئېنىق بىر نەرسە دېمىدى
demands-other = باشقا نەرسە

## Choices: effects
effects-fear = قورقۇش، ياخشى ئۇخلىيالماسلىق ياكى غەمكىنلىك
effects-self_censor = بۇرۇنقىدىن ئاز سۆزلەيمەن ياكى ئاز يازىمەن
effects-left_community = جامائەتتىن يىراق تۇرىمەن
effects-lost_contact = ئائىلەم بىلەن ئالاقەم ئۈزۈلۈپ قالدى
effects-family_harmed = ئائىلەمدىكىلەرنىڭ بېشىغا يامان ئىش كەلدى
effects-no_papers = ئىناۋەتلىك ھۆججىتىم يوق
effects-moved = باشقا ئۆيگە ياكى باشقا دۆلەتكە كۆچتۈم
effects-work_money = ئىشتىن، ئوقۇشتىن ياكى پۇلدىن ئايرىلدىم
effects-complied = ئۇلارنىڭ دېگىنىنى قىلدىم
effects-refused = رەت قىلدىم
effects-spoke_more = بۇرۇنقىدىن كۆپ ئاۋاز چىقىرىمەن
effects-none = ھېچنېمە ئۆزگەرمىدى

## Choices: frequency
frequency-once = بىر قېتىم
frequency-several = بىر نەچچە قېتىم
frequency-ongoing = ھازىرمۇ داۋام قىلىۋاتىدۇ

## Choices: evidence
evidence-messages = ئۇچۇرلار ياكى ئېكران سۈرىتى
evidence-call_record = تېلېفون تىزىملىكى ياكى ئۈنگە ئېلىنغان ئاۋاز
evidence-documents = ھۆججەت ياكى خەتلەر
evidence-photos_video = سۈرەت ياكى سىن
evidence-device = ۋىرۇس كىرگەن بولۇشى مۇمكىن بولغان تېلېفون ياكى كومپيۇتېر
evidence-witness = باشقا بىرى كۆردى
evidence-nothing = ھېچنېمە يوق

## Choices: told
told-nobody = ھېچكىمگە
told-ngo = كىشىلىك ھوقۇق تەشكىلاتىغا
told-public_db = زىيانكەشلىككە ئۇچرىغانلارنىڭ ئوچۇق تىزىملىكىگە ياكى سانلىق مەلۇمات ئامبىرىغا
told-journalist = مۇخبىرغا
told-police_helped = ساقچى ياكى ئەمەلدارلارغا؛ ئۇلار ياردەم قىلدى
told-police_no_help = ساقچى ياكى ئەمەلدارلارغا؛ ئۇلار ياردەم قىلمىدى
told-lawyer = ئادۋوكاتقا
told-un = بىرلەشكەن دۆلەتلەر تەشكىلاتىغا
told-friends = ئائىلەمگە ياكى دوستلىرىمغا

## Choices: community
community-uyghur = ئۇيغۇر
community-kazakh = قازاق
community-kyrgyz = قىرغىز
community-uzbek = ئۆزبېك
community-hui_dungan = خۇيزۇ / تۇڭگان
community-tatar = تاتار
community-tajik_pamiri = تاجىك / پامىرلىق
community-mongol = موڭغۇل
community-tibetan = تىبەتلىك
community-hongkonger = خوڭكوڭلۇق
community-chinese = خىتاي
community-other = باشقا

## Choices: gender
gender-woman = ئايال
gender-man = ئەر
gender-other = ئىككىلىسى ئەمەس

## Choices: age_band
age_band-a18_29 = 18 ياشتىن 29 ياشقىچە
age_band-a30_49 = 30 ياشتىن 49 ياشقىچە
age_band-a50 = 50 ياش ياكى ئۇنىڭدىن چوڭ

## Choices: urgent
urgent-yes_now = ھەئە
urgent-worried = ھازىر ئەمەس، لېكىن ئەنسىرەيمەن
urgent-no = ياق

## Choices: help_wanted
help_wanted-rights_info = تۇرۇۋاتقان يېرىمدە قانداق ھوقۇقلىرىم بارلىقىنى بىلىش
help_wanted-legal = قانۇنىي ياردەم
help_wanted-papers = ھۆججەت بېجىرىشكە ياردەم
help_wanted-digital = تېلېفون ۋە كومپيۇتېر بىخەتەرلىكىگە ياردەم
help_wanted-counsel = دەردلىشىدىغان بىر كىشى
help_wanted-relatives = يوقاپ كەتكەن ئائىلەمدىكىلەرنى تېپىشقا ياردەم
help_wanted-nothing = ھېچقايسىسى

## Choices: follow_up
follow_up-no_code = كود كېرەك ئەمەس. ھېچقانداق ئىز قالمىسۇن.
follow_up-code = ماڭا كود بېرىڭ

## Choices: month
month-01 = يانۋار (1-ئاي)
month-02 = فېۋرال (2-ئاي)
month-03 = مارت (3-ئاي)
month-04 = ئاپرېل (4-ئاي)
month-05 = ماي (5-ئاي)
month-06 = ئىيۇن (6-ئاي)
month-07 = ئىيۇل (7-ئاي)
month-08 = ئاۋغۇست (8-ئاي)
month-09 = سېنتەبىر (9-ئاي)
month-10 = ئۆكتەبىر (10-ئاي)
month-11 = نويابىر (11-ئاي)
month-12 = دېكابىر (12-ئاي)

## Choices: year
year-earlier = ئۇنىڭدىن بۇرۇن

## Choices: country
country-transit = يولدا، دۆلەتلەر ئارىسىدا
region-country-central_asia = ئوتتۇرا ئاسىيا
region-country-central_asia-only = ئوتتۇرا ئاسىيانىڭ بىر يېرىدە
region-country-south_asia = جەنۇبىي ئاسىيا
region-country-south_asia-only = جەنۇبىي ئاسىيانىڭ بىر يېرىدە
region-country-se_east_asia = شەرقىي ۋە شەرقىي جەنۇبىي ئاسىيا
region-country-se_east_asia-only = شەرقىي ياكى شەرقىي جەنۇبىي ئاسىيانىڭ بىر يېرىدە
region-country-mena_turkey = تۈركىيە، ئوتتۇرا شەرق ۋە شىمالىي ئافرىقا
region-country-mena_turkey-only = تۈركىيە، ئوتتۇرا شەرق ياكى شىمالىي ئافرىقىنىڭ بىر يېرىدە
region-country-europe_russia = ياۋروپا ۋە رۇسىيە
region-country-europe_russia-only = ياۋروپا ياكى رۇسىيەنىڭ بىر يېرىدە
region-country-americas = شىمالىي ۋە جەنۇبىي ئامېرىكا
region-country-americas-only = شىمالىي ياكى جەنۇبىي ئامېرىكىنىڭ بىر يېرىدە
region-country-africa = ئافرىقا
region-country-africa-only = ئافرىقىنىڭ بىر يېرىدە
region-country-oceania = ئاۋسترالىيە ۋە ئوكيانىيە
region-country-oceania-only = ئاۋسترالىيە ياكى ئوكيانىيەنىڭ بىر يېرىدە

## Choices: language (names stay in their own language)
language-other = باشقا
