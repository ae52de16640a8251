export type Gains = { kp: number; ki: number; kd: number }

export type StepResponse = {
  /** Joint angle in rad, one value every `sampleSeconds`. */
  angles: number[]
  /** How far the joint went past the target, as a fraction of the step. */
  overshoot: number
  /** Time in s after which the joint stays within `band` of the target; `null` if it has not settled in time. */
  settlingSeconds: number | null
  /** What is missing to the target in the end, in rad. */
  finalError: number
}

export const target = 0.5 // rad
export const band = 0.02 * target // rad
export const durationSeconds = 2
export const sampleSeconds = 0.001

const inertia = 0.05 // kg·m², the shank and the motor's rotor
const friction = 0.4 // N·m·s/rad, viscous
const load = 1.5 // N·m, gravity
const torqueMax = 10 // N·m
const torqueLagSeconds = 0.005 // the drive follows its command with a first-order lag
const dwellSeconds = 0.2 // shorter stays within the band are a passing swing, not rest

/**
 * Simulates a knee joint that rests on its stop at 0 rad and is asked to move to `target`, as in the lesson on PID control.
 *
 * Gains are in N·m/rad, N·m/(rad·s) and N·m·s/rad. The derivative acts on the measured angle (no kick at the step);
 * the integral pauses while more of it would only push further into the torque limit (no windup).
 */
export function simulate({ kp, ki, kd }: Gains): StepResponse {
  const angles = [0]
  let [angle, velocity, torque, integral] = [0, 0, 0, 0]
  let lastOutside = 0
  for (let step = 1; step <= Math.round(durationSeconds / sampleSeconds); step += 1) {
    const error = target - angle
    const grown = integral + ki * error * sampleSeconds
    const wanted = kp * error + grown - kd * velocity
    const command = Math.min(torqueMax, Math.max(-torqueMax, wanted))
    if ((wanted - command) * error <= 0) integral = grown

    torque += ((command - torque) * sampleSeconds) / torqueLagSeconds
    velocity += ((torque - friction * velocity - load) * sampleSeconds) / inertia
    angle += velocity * sampleSeconds
    if (angle < 0) [angle, velocity] = [0, 0]
    angles.push(angle)
    if (Math.abs(target - angle) > band) lastOutside = step * sampleSeconds
  }
  return {
    angles,
    overshoot: Math.max(0, Math.max(...angles) / target - 1),
    settlingSeconds: lastOutside > durationSeconds - dwellSeconds ? null : lastOutside,
    finalError: target - angle,
  }
}
