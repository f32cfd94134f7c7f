// SPDX-License-Identifier: EUPL-1.2
//! The files themselves, and what is said when they are wrong.

use super::*;

const TOWNS_FILE: &str = include_str!("../../data/municipalities.csv");
const SCHOOLS_FILE: &str = include_str!("../../data/schools.csv");

pub(super) fn district() -> Directory {
    Directory::parse(TOWNS_FILE, SCHOOLS_FILE).expect("the files of the district")
}

/// Nursery, primary, lower, upper, adult: the counts published by the ministry.
#[test]
fn every_school_of_the_district_is_there() {
    let district = district();
    let expected = [
        ("015050", [1, 1, 0, 0, 0]),
        ("015071", [1, 1, 1, 0, 0]),
        ("015082", [1, 1, 0, 0, 0]),
        ("015101", [1, 1, 1, 0, 0]),
        ("015140", [6, 3, 3, 5, 0]),
        ("015192", [8, 7, 3, 3, 1]),
        ("015195", [8, 6, 3, 2, 1]),
        ("015202", [2, 1, 0, 0, 0]),
        ("015244", [2, 2, 1, 0, 0]),
    ];
    assert_eq!(district.municipalities().len(), expected.len());
    for (town, counts) in expected {
        let found = Level::ALL.map(|level| district.schools_in(town, Some(level)).len());
        assert_eq!(found, counts, "{town}");
        let present: Vec<Level> = Level::ALL
            .into_iter()
            .zip(counts)
            .filter(|(_, n)| *n > 0)
            .map(|(l, _)| l)
            .collect();
        assert_eq!(district.levels_in(town), present);
        assert_eq!(
            district.schools_in(town, None).len(),
            counts.iter().sum::<usize>()
        );
    }
    assert_eq!(district.schools().len(), 77);
    assert!(district.levels_in("015146").is_empty(), "Milan is not ours");
}

#[test]
fn schools_and_towns_are_found_by_their_codes() {
    let district = district();
    let levi = district
        .school("MIPS11002E")
        .expect("the branch in San Giuliano");
    assert_eq!(levi.name, "Liceo linguistico Primo Levi");
    assert_eq!(levi.municipality.as_str(), "015195");
    assert_eq!(levi.ownership, Ownership::State);
    assert_eq!(
        district.school("mips11002e"),
        None,
        "codes are capital letters past the door"
    );
    assert_eq!(
        district.school("MIIC89700N"),
        None,
        "an office is not a school"
    );
    assert_eq!(district.schools_of("MIIC89700N").len(), 7);
    assert_eq!(
        district.municipality("015140").map(|m| m.name.as_str()),
        Some("Melegnano")
    );
    assert_eq!(district.municipality("15140"), None);
}

#[test]
fn no_two_schools_of_a_town_have_the_same_name() {
    let district = district();
    for school in district.schools() {
        let same = district.schools_in(school.municipality.as_str(), None);
        assert_eq!(
            same.iter().filter(|s| s.name == school.name).count(),
            1,
            "{}",
            school.name
        );
    }
}

#[test]
fn codes_are_ten_capitals_and_digits() {
    for good in ["MIPS11000C", "MI1A49500X", "RMIC8GX00A"] {
        assert_eq!(
            SchoolCode::parse(good).map(|c| c.to_string()).as_deref(),
            Some(good)
        );
    }
    for bad in [
        "",
        "MIPS11000",
        "MIPS11000CC",
        "mips11000c",
        "1IPS11000C",
        "MIPS1100-C",
        "МIPS11000C",
        "MIPS11000è",
    ] {
        assert_eq!(SchoolCode::parse(bad), None, "{bad}");
    }
    for level in Level::ALL {
        assert_eq!(Level::parse(level.word()), Some(level));
    }
    assert_eq!(Level::parse("institute"), None);
}

#[test]
fn mistakes_are_named_all_at_once_with_their_lines() {
    let towns = "# ours\nistat,name,postal_codes\n015140,Melegnano,20077\n15192,San Donato,20097\n015140,Twice,20077\n015195,,2009\n";
    let schools = "code,name,institute_code,institute,municipality,level,address,ownership,also\n\
        MIPS11000C,Levi,,,015140,upper,Via A,state,\n\
        MIPS11000C,Levi,,,015140,upper,Via A,state,\n\
        mips,,nope,X,015999,institute,Via A,public,\n\
        MIPS11000D,Levi,,,015140,upper,Via A, 1,state,\n";
    let problems = Directory::parse(towns, schools).expect_err("mistakes");
    let said: Vec<(String, u64, String)> = problems
        .iter()
        .map(|p| (p.file.clone(), p.line, p.message.clone()))
        .collect();
    let (m, s) = ("data/municipalities.csv", "data/schools.csv");
    let expected = [
        (m, 4, "\"15192\" is not an ISTAT code"),
        (m, 5, "015140 comes twice"),
        (m, 6, "\"2009\" are not postal codes"),
        (m, 6, "no name"),
        (s, 5, "10 columns instead of 9"),
        (s, 3, "MIPS11000C is already on line 2"),
        (s, 4, "\"mips\" is not a school code"),
        (s, 4, "the name has 0 letters"),
        (s, 4, "\"nope\" is not a school code"),
        (s, 4, "no municipality \"015999\""),
        (s, 4, "\"institute\" is not a level"),
        (s, 4, "\"public\" does not say who runs it"),
    ];
    let expected: Vec<(String, u64, String)> = expected
        .into_iter()
        .map(|(f, l, what)| (f.to_owned(), l, what.to_owned()))
        .collect();
    assert_eq!(said, expected);
    assert!(problems.iter().all(|p| !p.hint.is_empty()));
    let problems = Directory::parse("a,b\n", "").expect_err("mistakes");
    assert_eq!(problems.len(), 2, "{problems:?}");
}

#[test]
fn a_directory_without_anything_finds_nothing() {
    let empty = Directory::default();
    assert!(empty.search("levi", None).is_empty());
    assert_eq!(empty.find_municipality("melegnano"), None);
    assert!(empty.municipalities().is_empty());
}
