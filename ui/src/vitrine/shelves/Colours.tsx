import { DomainTag } from "../../kit/DomainTag";
import { lifeDomains } from "../../kit/life-domains";
import { Mark } from "../../kit/Mark";
import { Piece, Shelf } from "../Shelf";

const inks = ["document", "subtle", "accent", "negative", "highlight", "positive"];
const grounds = ["document", "subtle", "hover", "selected"];

/** Every ink on every ground, the life domains, and the sign of Nabij. */
export function Colours() {
  return (
    <Shelf title="Colours">
      {grounds.map((ground) => (
        <Piece key={ground} state={`on ${ground}`}>
          <div className={`nb-swatch nb-swatch--${ground}`}>
            {inks.map((ink) => (
              <span key={ink} className={`nb-ink nb-ink--${ink}`}>
                {ink}
              </span>
            ))}
            <span className="nb-swatch__row">
              {lifeDomains.map((domain) => (
                <DomainTag key={domain} domain={domain} short />
              ))}
            </span>
          </div>
        </Piece>
      ))}
      <Piece state="life domains" wide>
        <div className="nb-row">
          {lifeDomains.map((domain) => (
            <DomainTag key={domain} domain={domain} />
          ))}
        </div>
      </Piece>
      <Piece state="mark">
        <Mark size={48} />
      </Piece>
    </Shelf>
  );
}
