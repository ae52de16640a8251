import type { Rule } from '../rule.ts'

const extensions = 'py|cpp|hpp|c|h|ya?ml|xml|urdf|xacro|json|sh|txt|md|toml|ini|csv|onnx|pt|stl|dae|srv|msg|launch'

/** What is a name for a computer, though no backticks say so. */
const names: readonly RegExp[] = [
  // --fast, --rate=500, -xvf
  /(?<![\p{L}\p{N}_\\|-])-{1,2}[a-z][\w-]*(?:=[^\s)]+)?/giu,
  // calibrate_all(), robot.start()
  /(?<![\p{L}\p{N}_])[a-z_][\w.]*\(\)/giu,
  // max_joint_speed
  /(?<![\p{L}\p{N}_])[a-z\d]+(?:_[a-z\d]+)+(?![\p{L}\p{N}_])/giu,
  // jointHelper, but not kWh
  /(?<![\p{L}\p{N}_])[a-z]{3,}[A-Z][A-Za-z]{2,}(?![\p{L}\p{N}_])/gu,
  // robot_config.yaml
  new RegExp(String.raw`(?<![\p{L}\p{N}_])[\w-]+\.(?:${extensions})(?![\p{L}\p{N}_])`, 'gu'),
  // shop.example, and what else an address bar would take
  /(?<![\p{L}\p{N}_.])[A-Za-z\d-]{2,}(?:\.[A-Za-z\d-]{2,})*\.[a-z]{2,}(?![\p{L}\p{N}_])/gu,
  // /robot/arm
  /(?<![\p{L}\p{N}_/.:)\]])\/[a-z][\w]*(?:\/\w+)+/giu,
]

/** Harm prevented: a flag, a function, a file or a site that the author never named, in the sentence instead of in code. */
export const bareNames: Rule = ({ prose }, { shown }) => {
  const invented = names.flatMap((pattern) => prose.match(pattern) ?? []).find((name) => !shown.includes(name.trim()))
  return invented === undefined
    ? []
    : [{ reason: 'invented-identifier', message: `"${invented.trim().slice(0, 80)}" does not occur in the section.` }]
}
