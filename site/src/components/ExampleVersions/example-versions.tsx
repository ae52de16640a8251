import { type ReactNode } from 'react'
import type { Answers } from '../../../../lib/profile/index.ts'
import styles from './styles.module.css'

/** The paragraph as one reader gets it. */
export interface ExampleVersion {
  readonly id: 'original' | 'newcomer' | 'professional' | 'urdu'
  /** The name of its language, where it is written for that. */
  readonly label?: string
  readonly language: 'en' | 'ur'
  /** What the reader answered; nothing for the author's own text. */
  readonly reader: Partial<Answers>
  readonly before: ReactNode
  readonly after: ReactNode
}

/** A number with its unit, or a word beside one: a run from left to right, in which no line breaks. */
const run = (text: string) => (
  <bdi dir="ltr" className={styles.run}>
    {text}
  </bdi>
)

/** A paragraph of the lesson "What Physical AI Is" as its author wrote it, and rewritten for three readers. */
export const exampleVersions: readonly ExampleVersion[] = [
  {
    id: 'original',
    language: 'en',
    reader: {},
    before: <>The loop also has to be fast. Between measuring and acting, the world moves on by</>,
    after: (
      <>
        which is speed times delay. A robot that walks at {run('1.2 m/s')} with a delay of {run('100 ms')} acts on a
        picture that is {run('12 cm')} out of date. That is half the length of a foot. This is why balance controllers
        commonly run 200 to 1,000 times per second, while a planner that chooses the next room can take a whole second.
      </>
    ),
  },
  {
    id: 'newcomer',
    language: 'en',
    reader: { education_level: 'high_school', programming_experience: 'beginner', robotics_background: false },
    before: (
      <>
        Catch a ball while you watch a video of it that runs a moment late, and your hand closes where the ball was.
        Robots have the same trouble. Between measuring and acting, the world moves on by
      </>
    ),
    after: (
      <>
        which is the speed multiplied by the delay, the time a robot takes to react. Suppose it walks at{' '}
        {run('1.2 m/s')} with a delay of {run('100 ms')}. It then acts on a picture that is {run('12 cm')} out of date,
        half the length of a foot. So the balance controller, the part that keeps it upright, commonly runs 200 to 1,000
        times per second. The part that chooses the next room can take a whole second.
      </>
    ),
  },
  {
    id: 'professional',
    language: 'en',
    reader: { education_level: 'professional', programming_experience: 'advanced', robotics_background: true },
    before: <>Latency is position error. Between measuring and acting, the world moves on by</>,
    after: (
      <>
        so at {run('1.2 m/s')} and {run('100 ms')} a walking robot acts on a state that is {run('12 cm')} stale, half
        the length of a foot. Hence the split in rates: balance controllers commonly run 200 to 1,000 times per second,
        a planner that chooses the next room can take a whole second. Budget the whole path from sensor to motor, not
        only the controller’s own period.
      </>
    ),
  },
  {
    id: 'urdu',
    label: 'اردو',
    language: 'ur',
    reader: { education_level: 'undergraduate', robotics_background: false },
    before: <>اس loop کا تیز ہونا بھی ضروری ہے۔ پیمائش اور عمل کے درمیان دنیا اتنی آگے بڑھ جاتی ہے:</>,
    after: (
      <>
        یعنی رفتار ضرب تاخیر۔ جو {run('robot')} {run('1.2 m/s')} کی رفتار سے چل رہا ہو اور جس کی تاخیر {run('100 ms')}{' '}
        ہو، وہ ایسی تصویر پر عمل کرتا ہے جو {run('12 cm')} پیچھے رہ چکی ہے، یعنی پاؤں کی آدھی لمبائی جتنی۔ اسی لیے
        balance controllers عام طور پر ایک سیکنڈ میں {run('200')} سے {run('1,000')} بار چلتے ہیں، جبکہ اگلا کمرہ چننے والا
        planner پورا ایک سیکنڈ لے سکتا ہے۔
      </>
    ),
  },
]
