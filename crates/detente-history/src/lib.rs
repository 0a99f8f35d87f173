//! The historical record: embedded base of treaties, wars, sanctions, rivalries and ties
