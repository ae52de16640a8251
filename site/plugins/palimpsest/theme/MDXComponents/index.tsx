import InitMDXComponents from '@theme-init/MDXComponents'
import type { ComponentProps, ReactNode } from 'react'
import { sectionId } from '../../../../../lib/lesson/index.ts'
import Term from '../../client/glossary/Term.tsx'
import LessonHead from '../../client/frame/LessonHead.tsx'
import { useLesson } from '../../client/page/lesson-context.ts'
import { useSection } from '../../client/page/use-section.ts'
import Lock from '../Lock/index.tsx'
import Section from '../Section/index.tsx'
import Slot from '../Slot/index.tsx'

const { h1: InitH1, h2: InitH2, h3: InitH3 } = InitMDXComponents

/** The author's h1 takes the tabs under it, as a title from front matter does. */
function H1(props: ComponentProps<'h1'>): ReactNode {
  const lesson = useLesson()
  return (
    <>
      <InitH1 {...props} />
      {lesson?.titleInText && <LessonHead />}
    </>
  )
}

/** A section's heading: its anchor is the author's, its words are translated where the section was. */
function withTranslation(Heading: typeof InitH2) {
  return function TranslatedHeading(props: ComponentProps<'h2'>): ReactNode {
    const here = useSection(props.id === undefined ? '' : sectionId(props.id))
    return <Heading {...props} {...here.personal?.view.showHeading(here, props.children)} />
  }
}

const H2 = withTranslation(InitH2)
const H3 = withTranslation(InitH3)

/** The components that the remark phase and authors write, and headings that can be translated. */
export default { ...InitMDXComponents, h1: H1, h2: H2, h3: H3, Section, Slot, Lock, Term }
