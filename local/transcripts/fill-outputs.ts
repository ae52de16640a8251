const fences = /^```bash\n([^\n]+)\n```\n\n```text\n[\s\S]*?^```$/gm

/**
 * A page in which each command of one line that is followed by what it prints (a block `text`) prints anew; the commands are
 * run one after the other, in the order of the page.
 */
export async function fillOutputs(page: string, run: (command: string) => Promise<string>): Promise<string> {
  let filled = ''
  let from = 0
  for (const match of page.matchAll(fences)) {
    const [block, command = ''] = match
    const output = (await run(command)).trimEnd()
    filled += `${page.slice(from, match.index)}\`\`\`bash\n${command}\n\`\`\`\n\n\`\`\`text\n${output}\n\`\`\``
    from = match.index + block.length
  }
  return filled + page.slice(from)
}
