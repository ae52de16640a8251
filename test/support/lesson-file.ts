/** A small lesson with prose, a formula, code, a danger, a figure and a link. */
export const lessonFile = `---
title: Joints and motors
description: How a motor becomes a movement.
tags: [hardware]
---

A robot moves because motors turn and joints let that turning become a useful movement of the whole arm.

## Torque

A motor gives torque, which is a turning force. At 12 V our motor gives 0.5 N·m, and [gears](./gears.md) make more of it.

$$
\\tau = F \\cdot r
$$

The formula says that a longer arm needs more torque for the same force at the hand, which is why arms are light.

## Code

The function \`turn\` sends one command to the motor and waits until the motor has answered.

\`\`\`python title="turn.py"
def turn(motor, angle):
    motor.send(angle)
    return motor.wait()
\`\`\`

It returns what the motor says, so that the caller can see whether the joint has reached its angle.

## Danger

:::danger[Pinch points]

Keep fingers away from the joint while the motor is on.

:::

## Figure

![A motor with two gears](/img/gears.svg)
`
