//! Leaders and when they held office (Archigos).

use jiff::civil::Date;

use super::PanelError;
use super::folder::Folder;
use super::system::System;

/// One stay in office.
#[derive(Clone, Debug)]
pub(crate) struct Leader {
    pub(crate) obsid: String,
    pub(crate) gwcode: u16,
    pub(crate) leadid: String,
    pub(crate) name: String,
    pub(crate) born: Option<i64>,
    pub(crate) gender: String,
    pub(crate) start: Date,
    pub(crate) end: Date,
    pub(crate) exit: String,
}

/// Every stay, in the order of the file.
pub(crate) fn leaders(folder: &Folder, gw: &System) -> Result<Vec<Leader>, PanelError> {
    let file = folder.table("leaders_archigos.csv")?;
    let c = file.all(&["obsid", "gwcode", "leadid", "leader", "yrborn", "gender", "startdate", "enddate", "exit"])?;
    let mut out = Vec::new();
    file.each(|row| {
        let (start, end) = (row.date(c[6])?, row.date(c[7])?);
        if end < start {
            return Err(row.fault(c[7], format!("ends before it begins ({start})")));
        }
        out.push(Leader {
            obsid: row.text(c[0])?,
            gwcode: row.code(c[1], gw)?,
            leadid: row.text(c[2])?,
            name: row.text(c[3])?,
            born: row.maybe(c[4])?.filter(|y| *y > 0),
            gender: row.text(c[5])?,
            start,
            end,
            exit: row.text(c[8])?,
        });
        Ok(())
    })?;
    Ok(out)
}
