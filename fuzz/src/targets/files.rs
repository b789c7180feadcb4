//! Dossier files that were cut short or overwritten.

use gainsay_dossier::Dossier;

use super::small;
use crate::chance::Chance;

/// The bytes of the case decide where the file is damaged. Whatever comes of it is an error or a
/// report, and a file that is refused stays as it is.
pub fn damaged(bytes: &[u8]) -> Result<(), String> {
    let mut chance = Chance::of(bytes);
    let mut file = small::bytes()?.to_vec();
    match chance.below(4) {
        0 => file.truncate(chance.below(file.len())),
        1 => {
            // A page of something else.
            let page = chance.below(file.len() / 4096) * 4096;
            let with: Vec<u8> = bytes.iter().copied().cycle().take(4096).collect();
            if with.len() == 4096 {
                file[page..page + 4096].copy_from_slice(&with);
            }
        }
        _ => {
            for _ in 0..=chance.below(24) {
                let at = chance.below(file.len());
                file[at] ^= 1 << chance.below(8);
            }
        }
    }
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let path = folder.path().join("damaged");
    std::fs::write(&path, &file).map_err(|e| e.to_string())?;
    let opened = Dossier::open_read_only(&path);
    if let Ok(dossier) = opened {
        // May be anything but a panic.
        let _ = small::read_all(&dossier);
        drop(dossier);
    } else if std::fs::read(&path).map_err(|e| e.to_string())? != file {
        return Err("it was refused, and changed all the same".to_owned());
    }
    if let Ok(mut dossier) = Dossier::open_existing(&path) {
        let _ = dossier.link(|_, _| {});
        let _ = dossier.replay(&[]);
    }
    Ok(())
}
