import type { WritingTask } from '../../lib/prompt/index.ts'

/** The warning of the lesson in `places.ts`, translated. */
export const warningInUrdu = ':::danger[دبنے کی جگہیں]\n\nاپنی انگلیوں کو joint سے دور رکھیں۔\n\n:::'

/** The sentences of the lesson in `places.ts` with their Urdu translations, which keep terms in English. */
const translations: readonly (readonly [RegExp, string])[] = [
  [
    /A motor gives torque, which is a turning force\. At 12 V our motor gives 0\.5 N·m, and (\[.*?\]\(link:\d+\))\s+make more of it\. Never hold the shaft while the motor is on\./su,
    'ایک motor ہمیں torque دیتا ہے، اور یہ وہ قوت ہے جو کسی چیز کو گھماتی ہے۔ 12 V پر ہمارے پاس موجود motor ہمیں 0.5 N·m دیتا ہے، اور $1 اسے اور بھی بڑھا دیتے ہیں۔ جب تک motor چل رہا ہو اس کے shaft کو کبھی نہ پکڑیں۔',
  ],
  [
    /The function sends one command to the motor and waits until the motor has answered it\./u,
    'یہ function اس motor کو ایک command بھیجتا ہے اور motor کے جواب تک انتظار کرتا ہے۔',
  ],
  [/:::danger\[Pinch points\]\s+Keep fingers away from the joint\.\s+:::/u, warningInUrdu],
  [/Gears wear out\./u, 'وقت کے ساتھ یہ gears گھس جاتے ہیں۔'],
  [/The name is (.*?) here\./su, 'یہاں اس کا نام $1 ہے۔'],
  [/\| part \| use \|/u, '| حصہ | کام |'],
]

const note = 'یہ سبق آپ کے لیے اہم ہے کیونکہ یہ دکھاتا ہے کہ ایک robot کے حصے مل کر کیسے کام کرتے ہیں۔'

/** A faithful Urdu rewrite of a section or of the note of that lesson; hidden words stay as they are. */
export function rewriteInUrdu({ kind, masked, section }: WritingTask): string {
  if (kind === 'note') return note
  const text = translations.reduce(
    (so, [english, urdu]) => so.replace(english, urdu),
    masked.text.replaceAll('\u200b', ''),
  )
  return section.heading ? `## ${section.heading.text}\n\n${text}` : text
}
