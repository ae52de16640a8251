import { changeOne, insertBlock } from './change-text.ts'
import type { Fault } from './fault.ts'

const foreignTexts: Readonly<Record<string, string>> = {
  german:
    'Ein Roboter misst mit seinen Sensoren, was um ihn herum geschieht, und der Regler berechnet daraus, was die Gelenke als Nächstes tun sollen. Wenn etwas schiefgeht, bleibt der Arm stehen, damit niemand verletzt wird.',
  french:
    'Un robot mesure avec ses capteurs ce qui se passe autour de lui, et le régulateur en déduit ce que les articulations doivent faire ensuite. Si quelque chose tourne mal, le bras s’arrête pour que personne ne soit blessé.',
  spanish:
    'Un robot mide con sus sensores lo que ocurre a su alrededor, y el regulador calcula con ello lo que deben hacer las articulaciones. Si algo sale mal, el brazo se detiene para que nadie resulte herido.',
  romanUrdu:
    'Robot apne sensors se dekhta hai ke us ke ird gird kya ho raha hai, aur controller us se hisaab lagata hai ke joints ko aage kya karna chahiye. Agar kuch ghalat ho jaye to baazu ruk jata hai taake kisi ko chot na lage.',
  persian:
    'ربات با حسگرهای خود آنچه را که در اطرافش رخ می‌دهد اندازه می‌گیرد و کنترل‌کننده از روی آن حساب می‌کند که مفصل‌ها باید چه کنند. اگر مشکلی پیش بیاید بازو می‌ایستد تا کسی آسیب نبیند.',
  arabic:
    'يقيس الروبوت بمستشعراته ما يحدث حوله، ثم يحسب المتحكم من ذلك ما يجب أن تفعله المفاصل بعد ذلك. وإذا حدث خطأ ما فإن الذراع تتوقف حتى لا يصاب أحد بأذى.',
  hindi:
    'रोबोट अपने सेंसरों से नापता है कि उसके आसपास क्या हो रहा है, और नियंत्रक उससे हिसाब लगाता है कि जोड़ों को आगे क्या करना चाहिए। कुछ गलत हो तो बाँह रुक जाती है ताकि किसी को चोट न लगे।',
  english:
    'A robot measures with its sensors what happens around it, and the controller works out from that what the joints have to do next. If anything goes wrong the arm stops, so that nobody is hurt.',
  urdu: 'روبوٹ اپنے سینسروں سے ناپتا ہے کہ اس کے ارد گرد کیا ہو رہا ہے، اور کنٹرولر اس سے حساب لگاتا ہے کہ جوڑوں کو آگے کیا کرنا ہے۔ اگر کچھ غلط ہو تو بازو رک جاتا ہے تاکہ کسی کو چوٹ نہ لگے۔',
}

const own: Readonly<Record<string, string>> = { en: 'english', ur: 'urdu' }
const foreignTo = (language: string): string[] =>
  Object.entries(foreignTexts)
    .filter(([name]) => name !== own[language])
    .map(([, text]) => text)

const paragraph = /(?<=^|\n\n)(?![\s\S]{0,3}(?:[|#:>[-]|\d))[^\n]{120,}(?=\n\n|$)/g

/** Terms as they are written out in Urdu script, which the prompt forbids. */
const transliterated: Readonly<Record<string, string>> = {
  torque: 'ٹارک',
  sensor: 'سینسر',
  sensors: 'سینسرز',
  actuator: 'ایکچویٹر',
  actuators: 'ایکچویٹرز',
  encoder: 'اینکوڈر',
  encoders: 'اینکوڈرز',
  latency: 'تاخیر',
  gyroscope: 'جائروسکوپ',
  accelerometer: 'ایکسلرومیٹر',
  lidar: 'لائیڈار',
  humanoid: 'انسان نما',
  backlash: 'ڈھیلاپن',
  feedback: 'بازرسی',
  simulation: 'تمثیل',
  policy: 'حکمت عملی',
  overshoot: 'حد سے تجاوز',
  covariance: 'ہم تغیر',
  variance: 'تغیر',
  inertia: 'جمود',
}
const term = new RegExp(String.raw`(?<![\p{L}])(?:${Object.keys(transliterated).join('|')})(?![\p{L}])`, 'gu')

export const languageFaults: readonly Fault[] = [
  {
    name: 'whole-text-foreign',
    family: 'language',
    describe: 'answers in another language',
    inject: (text, { language }, random) => {
      const foreign = random.pick(foreignTo(language))
      const changed = text.replace(paragraph, () => foreign)
      return changed === text ? undefined : changed
    },
  },
  {
    name: 'paragraph-foreign',
    family: 'language',
    describe: 'writes one paragraph in another language',
    inject: (text, { language }, random) => {
      const foreign = random.pick(foreignTo(language))
      return changeOne(text, random, { pattern: paragraph, change: () => foreign })
    },
  },
  {
    name: 'paragraph-added-foreign',
    family: 'language',
    describe: 'adds a paragraph in another language',
    inject: (text, { language }, random) => insertBlock(...foreignTo(language))(text, random),
  },
  {
    name: 'left-untranslated',
    family: 'language',
    describe: 'leaves the section in the language of its author',
    inject: (_text, { translating, masked, section, language }) =>
      translating && language !== 'en' ? `## ${section.heading?.text ?? ''}\n\n${masked.text}` : undefined,
  },
  {
    name: 'term-translated',
    family: 'language',
    describe: 'writes a term of the glossary in Urdu wherever it stands',
    inject: (text, { translating, masked, lesson }, random) => {
      const terms = [...new Set(text.match(term))].filter(
        (found) => masked.text.includes(found) && lesson.glossary.some((one) => one.term === found),
      )
      if (!translating || terms.length === 0) return undefined
      const chosen = random.pick(terms)
      const everywhere = new RegExp(String.raw`(?<![\p{L}])${chosen}s?(?![\p{L}])`, 'giu')
      return text.replace(everywhere, transliterated[chosen] ?? '')
    },
  },
  {
    name: 'heading-missing',
    family: 'language',
    describe: 'leaves out the translated heading',
    inject: (text, { translating, section }) =>
      translating && section.heading ? text.replace(/^#+ .*\n+/, '') : undefined,
  },
]
