'use client'

import { RegisterExport } from './RegisterExport.tsx'
import { RegisterImport } from './RegisterImport.tsx'
import './register.css'

/** Above the list of members: taking the register out, and reading a list into it. */
export const RegisterTools = () => (
  <div className="register-tools">
    <RegisterExport />
    <RegisterImport />
  </div>
)
