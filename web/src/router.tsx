/** Where the reader is: the browser's location as an `Address`, and links that move without loading. */

import { type AnchorHTMLAttributes, type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { type Address, format, type Mode, parse } from "./address";

export interface Router {
  mode: Mode;
  address: Address;
  go(to: Address, how?: "push" | "replace"): void;
  href(to: Address): string;
}

const Context = createContext<Router | null>(null);

export function useRouter(): Router {
  const router = useContext(Context);
  if (!router) throw new Error("no router around this part");
  return router;
}

function current(mode: Mode): Address {
  return parse(mode === "files" ? location.hash.slice(1) : location.pathname + location.search);
}

function hrefOf(mode: Mode, to: Address): string {
  return mode === "files" ? location.pathname + location.search + "#" + format(to) : format(to);
}

export function RouterProvider(props: { mode: Mode; children: ComponentChildren }) {
  const { mode } = props;
  const [address, setAddress] = useState(() => current(mode));
  useEffect(() => {
    const moved = () => setAddress(current(mode));
    addEventListener("popstate", moved);
    addEventListener("hashchange", moved);
    return () => {
      removeEventListener("popstate", moved);
      removeEventListener("hashchange", moved);
    };
  }, [mode]);
  const router = useMemo<Router>(
    () => ({
      mode,
      address,
      href: (to) => hrefOf(mode, to),
      go: (to, how = "push") => {
        const url = hrefOf(mode, to);
        if (how === "push") history.pushState(null, "", url);
        else history.replaceState(null, "", url);
        setAddress(to);
      },
    }),
    [mode, address],
  );
  return <Context.Provider value={router}>{props.children}</Context.Provider>;
}

interface LinkProps extends Pick<AnchorHTMLAttributes<HTMLAnchorElement>, "class" | "aria-label" | "aria-current"> {
  to: Address;
  children: ComponentChildren;
  /** Runs first; the link does nothing more where it prevents the default. */
  onClick?(event: MouseEvent): void;
}

/** A link to a page of the explorer. Opening in a new tab, copying and middle clicks work as anywhere. */
export function Link({ to, children, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  return (
    <a
      {...rest}
      href={router.href(to)}
      onClick={(e) => {
        onClick?.(e);
        if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
        e.preventDefault();
        router.go(to);
      }}
    >
      {children}
    </a>
  );
}
