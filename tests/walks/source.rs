//! The code as text that is read, not run: which paths it spells, which strings it holds, which functions it has.
//!
//! Code under `#[cfg(test)]` is left out everywhere: tests may know everybody.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{Span, TokenStream, TokenTree};
use samleng_test_support::root;
use syn::{
    Attribute, ImplItem, Item, Meta, TraitItem, UseTree,
    spanned::Spanned,
    visit::{self, Visit},
};

/// A file and its text; what rules are told about, be it real or an example of a test.
#[derive(Clone, Debug)]
pub struct File {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

impl File {
    /// A file that exists only in a test.
    pub fn example(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Its text as Rust.
    #[track_caller]
    pub fn rust(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{} is not Rust: {error}", self.path))
    }
}

/// Every file below a folder whose name has that ending, in order.
#[track_caller]
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut paths = Vec::new();
    below(&root().join(folder), &mut paths);
    let mut files: Vec<File> = paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| File {
            text: fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            path: path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"),
        })
        .collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!files.is_empty(), "no .{ending} file is below {folder}: the walk would see nothing");
    files
}

#[track_caller]
fn below(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() { below(&path, paths) } else { paths.push(path) }
    }
}

/// One file of the repository.
#[track_caller]
pub fn file(path: &str) -> File {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    File { path: path.to_owned(), text }
}

/// What a file says.
#[derive(Default)]
pub struct Said {
    /// Every path, in `use` lines and in code.
    pub paths: Vec<Spelled>,
    /// What `use` lines bind, by inline module: the name and the path that it stands for.
    pub bound: Vec<(Vec<String>, String, Vec<String>)>,
    /// Every string.
    pub strings: Vec<Text>,
    /// Every macro that is called.
    pub macros: Vec<Called>,
    /// Every function.
    pub functions: Vec<Function>,
}

/// A path as it is spelled.
#[derive(Clone, Debug)]
pub struct Spelled {
    /// Where.
    pub line: usize,
    /// Its names, e.g. `crate`, `alerts`, `store`.
    pub names: Vec<String>,
    /// The inline modules around it.
    pub module: Vec<String>,
    /// Whether it stands in code, and not in a `use` line.
    pub is_code: bool,
    /// Whether it ends in `*`.
    pub glob: bool,
    /// Whether it stands in the body of a server function, which the browser never gets.
    pub on_server: bool,
}

/// A string, with its escapes resolved.
#[derive(Clone, Debug)]
pub struct Text {
    /// Where.
    pub line: usize,
    /// What it holds.
    pub text: String,
}

/// A macro's call.
#[derive(Clone, Debug)]
pub struct Called {
    /// Where.
    pub line: usize,
    /// The last name of its path.
    pub name: String,
    /// What it is given.
    pub tokens: TokenStream,
}

/// A function with a body.
#[derive(Clone)]
pub struct Function {
    /// Where.
    pub line: usize,
    /// Its name; of a method too.
    pub name: String,
    /// Whether it is `pub`.
    pub public: bool,
    /// The server function's endpoint, where it is one; empty where it names none.
    pub endpoint: Option<String>,
    /// What it says.
    pub body: syn::Block,
}

/// Reads a file.
#[track_caller]
pub fn said(file: &File) -> Said {
    said_by(&file.rust())
}

/// Reads a file that is parsed already.
pub fn said_by(file: &syn::File) -> Said {
    let mut reader = Reader::default();
    reader.visit_file(file);
    reader.said
}

/// Reads a part of a file.
pub fn said_in(body: &syn::Block) -> Said {
    let mut reader = Reader::default();
    reader.visit_block(body);
    reader.said
}

#[derive(Default)]
struct Reader {
    said: Said,
    module: Vec<String>,
    on_server: bool,
}

impl Reader {
    fn spell(&mut self, line: usize, names: Vec<String>, is_code: bool, glob: bool) {
        let (module, on_server) = (self.module.clone(), self.on_server);
        self.said.paths.push(Spelled { line, names, module, is_code, glob, on_server });
    }

    fn use_tree(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.use_tree(&path.tree, &with(&path.ident)),
            UseTree::Name(name) if name.ident == "self" => {
                let bound = before.last().cloned().unwrap_or_default();
                self.bind(name.span(), bound, before.to_vec());
            }
            UseTree::Name(name) => self.bind(name.span(), name.ident.to_string(), with(&name.ident)),
            UseTree::Rename(rename) => {
                let names = if rename.ident == "self" { before.to_vec() } else { with(&rename.ident) };
                self.bind(rename.span(), rename.rename.to_string(), names);
            }
            UseTree::Glob(glob) => self.spell(line(glob.span()), before.to_vec(), false, true),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.use_tree(tree, before)),
        }
    }

    fn bind(&mut self, span: Span, name: String, names: Vec<String>) {
        self.spell(line(span), names.clone(), false, false);
        self.said.bound.push((self.module.clone(), name, names));
    }

    /// Paths and strings among tokens that have no other grammar: what macros and attributes are given.
    fn tokens(&mut self, tokens: &TokenStream) {
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let colons = |at: usize| {
            matches!((trees.get(at), trees.get(at + 1)), (Some(TokenTree::Punct(one)), Some(TokenTree::Punct(two)))
                if one.as_char() == ':' && two.as_char() == ':')
        };
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            at += 1;
            match tree {
                TokenTree::Group(group) => self.tokens(&group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(syn::Lit::Str(text)) = syn::parse_str(&literal.to_string()) {
                        self.said.strings.push(Text { line: line(literal.span()), text: text.value() });
                    }
                }
                TokenTree::Ident(first) => {
                    let mut names = vec![first.to_string()];
                    while colons(at)
                        && let Some(TokenTree::Ident(next)) = trees.get(at + 2)
                    {
                        names.push(next.to_string());
                        at += 3;
                    }
                    if let (Some(TokenTree::Punct(mark)), Some(TokenTree::Group(group))) =
                        (trees.get(at), trees.get(at + 1))
                        && mark.as_char() == '!'
                    {
                        let name = names.last().cloned().unwrap_or_default();
                        self.said.macros.push(Called { line: line(first.span()), name, tokens: group.stream() });
                    }
                    if names.len() > 1 {
                        self.spell(line(first.span()), names, true, false);
                    }
                }
                TokenTree::Punct(_) => {}
            }
        }
    }

    fn function(&mut self, attributes: &[Attribute], public: bool, signature: &syn::Signature, body: &syn::Block) {
        self.said.functions.push(Function {
            line: line(signature.ident.span()),
            name: signature.ident.to_string(),
            public,
            endpoint: attributes.iter().find(|attribute| is_server(attribute)).map(endpoint),
            body: body.clone(),
        });
    }
}

impl<'a> Visit<'a> for Reader {
    fn visit_item(&mut self, item: &'a Item) {
        if !is_test(item_attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'a ImplItem) {
        let attributes: &[Attribute] = match item {
            ImplItem::Const(item) => &item.attrs,
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Type(item) => &item.attrs,
            ImplItem::Macro(item) => &item.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_trait_item(&mut self, item: &'a TraitItem) {
        if let TraitItem::Fn(function) = item
            && let Some(body) = &function.default
        {
            self.function(&function.attrs, true, &function.sig, body);
        }
        visit::visit_trait_item(self, item);
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        let public = matches!(function.vis, syn::Visibility::Public(_));
        self.function(&function.attrs, public, &function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        let public = matches!(function.vis, syn::Visibility::Public(_));
        self.function(&function.attrs, public, &function.sig, &function.block);
        function.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        self.visit_signature(&function.sig);
        let outside = self.on_server;
        self.on_server |= function.attrs.iter().any(is_server);
        self.visit_block(&function.block);
        self.on_server = outside;
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if item.content.is_some() {
            self.module.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        self.use_tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.spell(line(path.span()), names_of(path), true, false);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'a syn::Macro) {
        let name = called.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        self.said.macros.push(Called { line: line(called.path.span()), name, tokens: called.tokens.clone() });
        self.visit_path(&called.path);
        self.tokens(&called.tokens);
    }

    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        match &attribute.meta {
            _ if attribute.path().is_ident("doc") => {}
            Meta::List(list) => {
                let strings = self.said.strings.len();
                self.tokens(&list.tokens);
                // A path may stand in a string, as serde's `with` takes it.
                for Text { line, text } in self.said.strings.split_off(strings) {
                    if let Ok(path) = syn::parse_str::<syn::Path>(&text) {
                        self.spell(line, names_of(&path), true, false);
                    }
                }
            }
            _ => visit::visit_attribute(self, attribute),
        }
    }

    fn visit_lit_str(&mut self, text: &'a syn::LitStr) {
        self.said.strings.push(Text { line: line(text.span()), text: text.value() });
    }
}

fn names_of(path: &syn::Path) -> Vec<String> {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

fn line(span: Span) -> usize {
    span.start().line
}

fn is_server(attribute: &Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|last| last.ident == "server")
}

/// The `endpoint` of a `#[server(…)]`.
fn endpoint(attribute: &Attribute) -> String {
    let Meta::List(list) = &attribute.meta else { return String::new() };
    let trees: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
    let value = trees.iter().position(|tree| tree.to_string() == "endpoint").and_then(|at| trees.get(at + 2));
    value
        .and_then(|value| syn::parse_str::<syn::LitStr>(&value.to_string()).ok())
        .map(|text| text.value())
        .unwrap_or_default()
}

/// Whether `#[cfg(test)]` stands there.
pub fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("cfg") && list.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

/// The attributes of an item.
pub fn item_attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Strings of a file's code by where they stand, as a message names them.
pub fn at(file: &File, line: usize) -> String {
    format!("{}:{line}", file.path)
}

/// Fails with all that is wrong at once.
#[track_caller]
pub fn nothing_wrong(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n  {}\n", faults.len(), faults.join("\n  "));
}

/// What stands twice.
pub fn doubled<T: Ord + Clone>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeMap::<T, usize>::new();
    for thing in things {
        *seen.entry(thing).or_default() += 1;
    }
    seen.into_iter().filter(|(_, times)| *times > 1).map(|(thing, _)| thing).collect()
}
