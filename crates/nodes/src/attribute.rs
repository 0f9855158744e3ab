//! Values of attributes and properties: fixed, or made by a closure.

use crate::compute::Dynamic;

/// The value of an attribute, of whatever type it was given as.
pub struct AttributeValue(pub(crate) Value);

/// What an [`AttributeValue`] holds. The attribute is absent where the text is `None`.
pub enum Value {
    /// A value that stays.
    Fixed(Option<String>),
    /// A value that follows what its closure reads.
    Live(Dynamic<Option<String>>, Target),
}

/// What in the element a changing value is written to.
#[derive(Clone, Copy)]
pub enum Target {
    /// The attribute.
    Attribute,
    /// The property of that name, as a text.
    Text,
    /// The property of that name, as `true` or `false`.
    Flag,
}

/// A type that [`Element::attr`](crate::Element::attr) takes as the value of an attribute.
///
/// | Type | The attribute |
/// | --- | --- |
/// | `&str`, `&String`, `String` | has that value |
/// | `Option` of a text | has that value, and is absent for `None` |
/// | `bool` | is empty for `true`, and absent for `false` |
/// | a closure that returns one of these | changes whenever what the closure reads changes |
pub trait IntoAttribute {
    /// Converts the value.
    fn into_attribute(self) -> AttributeValue;
}

/// A type that a closure may return as the value of an attribute or a property.
pub trait IntoValue {
    /// Whether a property of this type is `true` or `false` rather than a text.
    const IS_FLAG: bool = false;

    /// The value as a text, or `None` where the attribute is absent.
    fn into_value(self) -> Option<String>;
}

impl IntoValue for &str {
    fn into_value(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl IntoValue for &String {
    fn into_value(self) -> Option<String> {
        Some(self.clone())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Option<String> {
        Some(self)
    }
}

impl IntoValue for Option<&str> {
    fn into_value(self) -> Option<String> {
        self.map(str::to_owned)
    }
}

impl IntoValue for Option<String> {
    fn into_value(self) -> Option<String> {
        self
    }
}

impl IntoValue for bool {
    const IS_FLAG: bool = true;

    fn into_value(self) -> Option<String> {
        self.then(String::new)
    }
}

/// Types that are not closures: the compiler cannot tell "any [`IntoValue`]" from "any closure".
macro_rules! fixed {
    ($($type:ty),*) => {$(
        impl IntoAttribute for $type {
            fn into_attribute(self) -> AttributeValue {
                AttributeValue(Value::Fixed(self.into_value()))
            }
        }
    )*};
}

fixed!(&str, &String, String, Option<&str>, Option<String>, bool);

impl<F, T> IntoAttribute for F
where
    F: FnMut() -> T + 'static,
    T: IntoValue,
{
    fn into_attribute(mut self) -> AttributeValue {
        AttributeValue(Value::Live(Box::new(move || self().into_value()), Target::Attribute))
    }
}
