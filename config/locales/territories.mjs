// Writes `territories.ftl` for every language that Unicode CLDR has names for, in the order of its alphabet:
//   npm install --no-save cldr-localenames-full@48.2.0 && node config/locales/territories.mjs
// Which territories: the lists of `config/questionnaire.toml`. A name below wins over CLDR's. `bo` is written by hand: CLDR has
// eleven of its names.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const folder = new URL(".", import.meta.url).pathname;
const questionnaire = readFileSync(`${folder}../questionnaire.toml`, "utf8");
const codes = [...questionnaire.matchAll(/^members = \[(.*)\]$/gm)].flatMap((list) => [...list[1].matchAll(/[A-Z]{2}/g)].map(String));

// CLDR's short forms, where the long one says more than the name of a place.
const SHORT = ["HK", "MM", "MO", "PS"];
const OWN = {
    en: { CI: "Ivory Coast" },
    "kk-Cyrl": { CD: "Конго-Киншаса", CG: "Конго-Браззавиль", HK: "Гонконг" },
    "kk-Arab": {
        CD: "كونگو-كينشاسا", CG: "كونگو-براززاۆيل", CH: "شۆەيتساريا", GN: "گۆينەيا", GW: "گۆينەيا-بيساۋ", KH: "كامبودجا",
        KZ: "قازاقستان", RU: "رەسەي", SE: "شۆەتسيا",
    },
    ky: { KM: "Комор аралдары", SZ: "Эсватини", US: "Америка Кошмо Штаттары" },
    ru: { KG: "Кыргызстан", KP: "Северная Корея", KR: "Южная Корея", US: "США" },
    tr: { CI: "Fildişi Sahili", CV: "Yeşil Burun", TL: "Doğu Timor" },
    "uz-Latn": { EH: "Gʻarbiy Sahroi Kabir", SZ: "Esvatini", US: "Amerika Qoʻshma Shtatlari" },
    "ug-Arab": {
        CN: "خىتاي", GB: "بۈيۈك بىرىتانىيە (ئەنگلىيە)", HK: "خوڭكوڭ", KP: "شىمالىي كورېيە", KR: "جەنۇبىي كورېيە",
        MO: "ماكاۋ", SZ: "ئېسۋاتىنى",
    },
    // As Uyghurs of Kazakhstan write them.
    "ug-Cyrl": {
        AE: "Бирләшкән Әрәб Әмирликлири", AF: "Афғанстан", AM: "Әрмәнстан", AT: "Австрия", AZ: "Әзәрбайҗан",
        BA: "Босния вә Герцеговина", BD: "Бангладеш", BE: "Бельгия", BF: "Буркина-Фасо", BG: "Болгария", BN: "Бруней",
        BR: "Бразилия", BS: "Багам араллири", BY: "Беларусь", CD: "Конго-Киншаса", CG: "Конго-Браззавиль",
        CH: "Швейцария", CI: "Кот-д’Ивуар", CM: "Камерун", CN: "Хитай", CO: "Колумбия", CR: "Коста-Рика",
        CV: "Кабо-Верде", CY: "Кипр", CZ: "Чехия", DJ: "Джибути", DK: "Дания", DZ: "Алжир", EC: "Эквадор", EE: "Эстония",
        EG: "Мисир", ER: "Эритрея", ET: "Эфиопия", FI: "Финляндия", FJ: "Фиджи", FR: "Франция", GB: "Бүйүк Британия",
        GD: "Гренада", GE: "Грузия", GN: "Гвинея", GQ: "Экваторлуқ Гвинея", GR: "Греция", GT: "Гватемала",
        GW: "Гвинея-Бисау", GY: "Гайана", HK: "Гонконг", HN: "Гондурас", HR: "Хорватия", HT: "Гаити", HU: "Венгрия",
        ID: "Индонезия", IE: "Ирландия", IL: "Израиль", IN: "Һиндстан", JO: "Иордания", JP: "Япония", KG: "Қирғизстан",
        KM: "Комор араллири", KN: "Сент-Китс вә Невис", KP: "Шималий Корея", KR: "Җәнубий Корея", KZ: "Қазақстан",
        LC: "Сент-Люсия", LI: "Лихтенштейн", LK: "Шри-Ланка", LT: "Литва", LU: "Люксембург", MA: "Марокко",
        ME: "Черногория", MG: "Мадагаскар", MH: "Маршалл араллири", MM: "Мьянма (Бирма)", MN: "Моңғулстан", MO: "Макао",
        MT: "Мальта", MU: "Маврикий", MV: "Мальдив араллири", MY: "Малайзия", NL: "Нидерландлар", NR: "Науру",
        PG: "Папуа — Йеңи Гвинея", PL: "Польша", RO: "Румыния", RU: "Россия", RW: "Руанда", SA: "Сәуди Әрәбстан",
        SB: "Соломон араллири", SC: "Сейшел араллири", SE: "Швеция", SG: "Сингапур", SI: "Словения", SK: "Словакия",
        SL: "Сьерра-Леоне", SM: "Сан-Марино", ST: "Сан-Томе вә Принсипи", SV: "Сальвадор", SY: "Сирия", SZ: "Эсватини",
        TH: "Таиланд", TJ: "Таҗикстан", TM: "Түркмәнстан", TT: "Тринидад вә Тобаго", TW: "Тайвань",
        US: "Америка Қошма Штатлири", UZ: "Өзбәкстан", VC: "Сент-Винсент вә Гренадинлар", VE: "Венесуэла", VN: "Вьетнам",
    },
};
const CLDR = { en: "en", "ug-Arab": "ug", "ug-Cyrl": "ug", "kk-Cyrl": "kk", "kk-Arab": "kk-Arab", ky: "ky", "uz-Latn": "uz", tr: "tr", ru: "ru", "zh-Hans": "zh", "zh-Hant": "zh-Hant" };

// Uyghur in Arabic script tells every sound: another script is a matter of letters.
const CYRILLIC = { ا: "а", ە: "ә", ب: "б", پ: "п", ت: "т", ج: "җ", چ: "ч", خ: "х", د: "д", ر: "р", ز: "з", ژ: "ж", س: "с", ش: "ш", غ: "ғ", ف: "ф", ق: "қ", ك: "к", گ: "г", ڭ: "ң", ل: "л", م: "м", ن: "н", ھ: "һ", و: "о", ۇ: "у", ۆ: "ө", ۈ: "ү", ۋ: "в", ې: "е", ى: "и", ي: "й", ئ: "" };
const cyrillic = (name) =>
    [...name].map((letter) => CYRILLIC[letter] ?? letter).join("")
        .replaceAll("йа", "я").replaceAll("йу", "ю")
        .replace(/(^|[\s\-(])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase())
        .replace(/ (Вә|Билән) /gu, (word) => word.toLowerCase())
        .replace(/ийә(?=$|[\s-])/gu, "ия");

for (const [tag, cldr] of Object.entries(CLDR)) {
    const file = require(`cldr-localenames-full/main/${cldr}/territories.json`);
    const names = file.main[cldr].localeDisplayNames.territories;
    const name = (code) => {
        const short = SHORT.includes(code) ? names[`${code}-alt-short`] : undefined;
        const plain = short ?? names[code];
        // The high hamza of Kazakh, as its other words have it.
        const high = tag === "kk-Arab" ? plain.replaceAll("\u0621", "\u0674") : plain;
        // The letters oʻ and gʻ of Uzbek have no quotation mark.
        const own = tag === "uz-Latn" ? high.replaceAll("\u2018", "\u02bb") : high;
        return OWN[tag]?.[code] ?? (tag === "ug-Cyrl" ? cyrillic(own) : own);
    };
    const order = new Intl.Collator(tag === "zh-Hant" ? "zh-Hant-u-co-stroke" : tag).compare;
    const rows = codes.map((code) => [code, name(code)]).sort((a, b) => order(a[1], b[1]));
    const lines = rows.map(([code, name]) => `territory-${code} = ${name}`);
    const head = "### status: draft, not reviewed\n### From Unicode CLDR 48 (licence Unicode-3.0) by territories.mjs, which has what differs.\n";
    writeFileSync(`${folder}${tag}/territories.ftl`, `${head}\n${lines.join("\n")}\n`);
}
