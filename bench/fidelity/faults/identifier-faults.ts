import { changeOne, insertAmongWords, insertSentence } from './change-text.ts'
import type { Fault } from './fault.ts'

const code = /(?<!`)`[^`\n]+`(?!`)/g
const among =
  (...pieces: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    insertAmongWords(...pieces)(text, random)
const sentence =
  (english: readonly string[], urdu: readonly string[]): Fault['inject'] =>
  (text, { language }, random) =>
    insertSentence(random.pick(language === 'ur' ? urdu : english))(text, random)

export const identifierFaults: readonly Fault[] = [
  {
    name: 'identifier-changed',
    family: 'identifiers',
    describe: 'changes a name in code',
    inject: (text, _task, random) => {
      const change = random.pick([
        (found: string) => found.replace(/`$/, '_v2`'),
        (found: string) => found.replace(/`(.)/, (_all, first: string) => `\`${first}${first}`),
        (found: string) => found.replace(/`$/, '()`'),
        (found: string) => `\`my_${found.slice(1)}`,
      ])
      return changeOne(text, random, { pattern: code, change })
    },
  },
  {
    name: 'identifier-invented',
    family: 'identifiers',
    describe: 'adds a name in code',
    inject: among('`calibrate_all()`', '`robot.move_fast`', '`JointHelper`', '`/joint_helper`', '`MAX_TORQUE_X`'),
  },
  {
    name: 'command-invented',
    family: 'identifiers',
    describe: 'adds a command in code',
    inject: sentence(
      ['Run `ros2 doctor --fix-all` first.', 'You can also use `pip install robotkit`.', 'Try `sudo reboot now`.'],
      ['پہلے `ros2 doctor --fix-all` چلائیں۔', 'آپ `pip install robotkit` بھی چلا سکتے ہیں۔'],
    ),
  },
  {
    name: 'flag-invented',
    family: 'identifiers',
    describe: 'adds a flag outside code',
    inject: among('--fast', '--no-checks', '--rate=500', '-xvf'),
  },
  {
    name: 'name-invented',
    family: 'identifiers',
    describe: 'adds the name of a function, a file or a topic outside code',
    inject: among(
      'calibrate_all()',
      'robot_config.yaml',
      'max_joint_speed',
      '/robot/arm_helper',
      'jointHelper.start()',
    ),
  },
  {
    name: 'citation-invented',
    family: 'identifiers',
    describe: 'cites a work that the author does not cite',
    inject: among('(Smith, 2021)', '(Smith and Lee 2019)', '[12]', '(Kim et al., 2020)', '[3, 7]', '(Doe 2017, p. 42)'),
  },
  {
    name: 'source-invented',
    family: 'identifiers',
    describe: 'names a study, a standard or an address of a paper',
    inject: sentence(
      ['See arXiv:2103.01234.', 'See doi:10.1000/182.', 'This follows ISO 99999.', 'See ISBN 978-3-16-148410-0.'],
      ['دیکھیں arXiv:2103.01234۔', 'دیکھیں doi:10.1000/182۔', 'یہ ISO 99999 کے مطابق ہے۔'],
    ),
  },
]
