//! What travels: ids, sealed changes, receipts, the roster, the have/want session and its Noise frames.
