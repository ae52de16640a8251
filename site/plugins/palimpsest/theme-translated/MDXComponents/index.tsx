export { default } from '../../theme/MDXComponents/index.tsx'
