import { useId, useState, type ReactNode } from 'react'
import controls from '../lab-controls.module.css'
import styles from './styles.module.css'

type Point = { x: number; y: number }
type Angles = { shoulder: number; elbow: number }

const upperArm = 0.3 // m
const forearm = 0.25 // m
const start: Angles = { shoulder: 30, elbow: 45 } // degrees

const sliders = [
  { joint: 'shoulder', name: 'Shoulder angle', min: 0, max: 180 },
  { joint: 'elbow', name: 'Elbow angle', min: -150, max: 150 },
] as const

const shoulderAt: Point = { x: 0, y: 0 }
const radians = (degrees: number) => (degrees * Math.PI) / 180
const withMinus = (text: string) => text.replace('-', '−')
// Adding 0 turns -0 into 0.
const rounded = (metres: number) => withMinus((Math.round(metres * 1000) / 1000 + 0).toFixed(3))

/** The point `length` metres from `from`, in a direction of `degrees` against the x axis. */
function along(from: Point, degrees: number, length: number): Point {
  return { x: from.x + length * Math.cos(radians(degrees)), y: from.y + length * Math.sin(radians(degrees)) }
}

/** Metres in the arm's plane (y up) as SVG coordinates (y down). */
function onScreen({ x, y }: Point): string {
  return `${(240 + 400 * x).toFixed(1)} ${(244 - 400 * y).toFixed(1)}`
}

function line(...points: Point[]): string {
  return `M${points.map(onScreen).join('L')}`
}

/** The arc of an angle of `turn` degrees (at most 180 either way) at `centre`, beginning at the direction `from`. */
function arc(centre: Point, from: number, turn: number, radius: number): string {
  const [first, last] = [along(centre, from, radius), along(centre, from + turn, radius)]
  const pixels = (400 * radius).toFixed(1)
  return `M${onScreen(first)}A${pixels} ${pixels} 0 0 ${turn > 0 ? 0 : 1} ${onScreen(last)}`
}

/** Where elbow and hand are: the forward kinematics of the arm. */
function place({ shoulder, elbow }: Angles): { elbowAt: Point; handAt: Point } {
  const elbowAt = along(shoulderAt, shoulder, upperArm)
  return { elbowAt, handAt: along(elbowAt, shoulder + elbow, forearm) }
}

function Arm({ shoulder, elbow, label }: Angles & { label: string }): ReactNode {
  const { elbowAt, handAt } = place({ shoulder, elbow })
  return (
    <svg className={styles.arm} viewBox="0 0 480 364" role="img" aria-label={label}>
      <path className={styles.reach} d={arc(shoulderAt, 0, 180, upperArm + forearm)} />
      <path
        className={styles.axes}
        d={`${line({ x: -0.57, y: 0 }, { x: 0.57, y: 0 })}${line({ x: 0, y: -0.28 }, { x: 0, y: 0.58 })}`}
      />
      <text x="462" y="264" textAnchor="end">
        x
      </text>
      <text x="254" y="18">
        y
      </text>
      <path className={styles.reach} d={line(elbowAt, along(elbowAt, shoulder, 0.14))} />
      <path className={styles.angle} d={arc(shoulderAt, 0, shoulder, 0.09)} />
      <path className={styles.angle} d={arc(elbowAt, shoulder, elbow, 0.09)} />
      <path className={styles.limb} d={line(shoulderAt, elbowAt, handAt)} />
      <circle className={styles.joint} transform={`translate(${onScreen(shoulderAt)})`} r="9" />
      <circle className={styles.joint} transform={`translate(${onScreen(elbowAt)})`} r="8" />
      <circle className={styles.hand} transform={`translate(${onScreen(handAt)})`} r="9" />
    </svg>
  )
}

/** A two-link arm in the plane: two sliders for its joint angles, and where its hand then is. */
export default function ReachExplorer(): ReactNode {
  const id = useId()
  const [angles, setAngles] = useState(start)
  const { handAt } = place(angles)
  const position = `x = ${rounded(handAt.x)} m, y = ${rounded(handAt.y)} m`
  const label = `Arm of two links with the shoulder at ${angles.shoulder} degrees and the elbow at ${angles.elbow} degrees. The hand is at ${position}.`
  return (
    <fieldset className={styles.explorer} aria-label="Reach explorer">
      <Arm {...angles} label={label} />
      <output className={styles.readout} aria-live="polite" htmlFor={sliders.map(({ joint }) => id + joint).join(' ')}>
        Hand at <strong>{position}</strong>, {rounded(Math.hypot(handAt.x, handAt.y))} m from the shoulder
      </output>
      {sliders.map(({ joint, name, min, max }) => (
        <div key={joint} className={controls.slider}>
          <label htmlFor={id + joint}>{name}</label>
          <input
            id={id + joint}
            type="range"
            min={min}
            max={max}
            step={1}
            value={angles[joint]}
            aria-valuetext={`${angles[joint]} degrees`}
            onChange={(event) => setAngles({ ...angles, [joint]: event.target.valueAsNumber })}
          />
          <span className={styles.value} aria-hidden="true">
            {withMinus(String(angles[joint]))}°
          </span>
        </div>
      ))}
      <button type="button" className={controls.reset} onClick={() => setAngles(start)}>
        Start again
      </button>
    </fieldset>
  )
}
