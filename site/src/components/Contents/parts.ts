/** A part of the book and its lessons, in reading order. A test holds the titles to the lessons' own. */
export interface Part {
  readonly title: string
  readonly lessons: readonly { readonly slug: string; readonly title: string }[]
}

export const parts: readonly Part[] = [
  {
    title: 'Foundations',
    lessons: [
      { slug: 'foundations/physical-ai', title: 'What physical AI is' },
      { slug: 'foundations/sensors', title: 'Sensors: how a robot feels and sees' },
      { slug: 'foundations/actuators', title: 'Actuators: how a robot moves' },
      { slug: 'foundations/humanoid-body', title: 'A humanoid, part by part' },
      { slug: 'foundations/frames-and-kinematics', title: 'Frames and kinematics: where is the hand?' },
    ],
  },
  {
    title: 'Software',
    lessons: [
      { slug: 'software/ros2-nodes-and-topics', title: 'ROS 2 nodes and topics' },
      { slug: 'software/ros2-services-and-actions', title: 'ROS 2 services and actions' },
      { slug: 'software/urdf', title: 'Describing a robot with URDF' },
      { slug: 'software/simulation', title: 'Simulation and the reality gap' },
    ],
  },
  {
    title: 'Intelligence',
    lessons: [
      { slug: 'intelligence/state-estimation', title: 'State estimation: what the robot believes' },
      { slug: 'intelligence/pid-control', title: 'PID control: a spring, a damper and a memory' },
      { slug: 'intelligence/learning-policies', title: 'Learning policies: from examples and from trial' },
      { slug: 'intelligence/balance-lab', title: 'Lab: balance a body on its ankles' },
      { slug: 'intelligence/safety', title: 'Safety: plan for the fall' },
    ],
  },
]
