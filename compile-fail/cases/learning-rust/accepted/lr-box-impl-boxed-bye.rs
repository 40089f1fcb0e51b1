// The box goes along as the receiver, and is opened on the other side: in the blanket impl `T`
// is the type that was erased, and its size is known again.
#![allow(dead_code)]

trait Guest: LeaveBoxed {
    fn leave(self)
    where
        Self: Sized;
}

trait LeaveBoxed {
    fn leave_boxed(self: Box<Self>);
}

impl<T: Guest> LeaveBoxed for T {
    fn leave_boxed(self: Box<Self>) {
        (*self).leave();
    }
}

impl Guest for Box<dyn Guest + '_> {
    fn leave(self) {
        self.leave_boxed();
    }
}

fn main() {}
