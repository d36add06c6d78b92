//! The self-hosted hub: keeps and forwards what it cannot read.
