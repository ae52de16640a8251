import type { SidebarsConfig } from '@docusaurus/plugin-content-docs'

/** The guide's pages, grouped for those who read them. */
const sidebars: SidebarsConfig = {
  guide: [
    'index',
    {
      type: 'category',
      label: 'Operate',
      items: ['run-locally', 'deploy', 'self-host', 'operate', 'watch', 'what-can-go-wrong', 'security', 'privacy'],
    },
    { type: 'category', label: 'Write', items: ['write-lessons', 'questionnaire', 'add-a-language'] },
    { type: 'category', label: 'Integrate', items: ['integrate', 'api-reference', 'adopt-the-plugin'] },
    { type: 'category', label: 'Evidence', items: ['fidelity', 'speed', 'transcripts'] },
  ],
}

export default sidebars
