'use client'

import './field-errors.css'
import './publishing.css'

/** Companies around what they share. Drawn with the text colour, so that it is seen on light and dark. */
const Drawing = ({ size }: { size: number }) => {
  const companies = [0, 1, 2, 3, 4].map((place) => {
    const angle = (place / 5) * 2 * Math.PI - Math.PI / 2
    return { x: Math.round(320 + 230 * Math.cos(angle)) / 10, y: Math.round(320 + 230 * Math.sin(angle)) / 10 }
  })
  return (
    <svg
      className="klusterwebb-logo__drawing"
      width={size}
      height={size}
      viewBox="0 0 64 64"
      aria-hidden="true"
      focusable="false"
    >
      {companies.map(({ x, y }) => (
        <line key={`${x} ${y}`} x1={32} y1={32} x2={x} y2={y} stroke="currentColor" strokeWidth={3} />
      ))}
      {companies.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={6.5} fill="currentColor" />
      ))}
      <circle cx={32} cy={32} r={10} fill="#f2b84b" stroke="currentColor" strokeWidth={3} />
    </svg>
  )
}

/** On the sign-in page. */
export const Logo = () => (
  <span className="klusterwebb-logo">
    <Drawing size={56} />
    <span>Klusterwebb</span>
  </span>
)

/** In the upper left corner; the link around it says where it leads. */
export const Icon = () => (
  <span className="klusterwebb-logo">
    <Drawing size={18} />
  </span>
)
