import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "../style/tokens.css";
import "../style/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Vitrine } from "./Vitrine";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Vitrine start={new URLSearchParams(window.location.search)} />
    </StrictMode>,
  );
}
