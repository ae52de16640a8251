/** Repetitions: the first ones warm up the runtime, and a busy machine spoils some. */
const times = 6

/** The least CPU time of this process, all threads together, over the repetitions; in milliseconds. */
export async function measureCpu(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity
  for (let turn = 0; turn < times; turn += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}
