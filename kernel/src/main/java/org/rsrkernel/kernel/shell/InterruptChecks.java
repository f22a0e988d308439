package org.rsrkernel.kernel.shell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.rsrkernel.kernel.running.CellInterrupt;

/**
 * Makes compiled snippets stoppable: a call of {@link CellInterrupt#check} at each method entry and
 * before each backward jump. Also turns {@code System.exit} and its kin into {@link ExitCall}, so
 * that a cell does not take the kernel down, and opens JShell's classes to other class loaders.
 */
final class InterruptChecks {
  private static final String CHECK_OWNER = Type.getInternalName(CellInterrupt.class);
  private static final String EXIT_OWNER = Type.getInternalName(ExitCall.class);

  private InterruptChecks() {}

  static byte[] insert(ClassReader reader) {
    ClassWriter writer = new ClassWriter(reader, 0); // stack map frames stay valid: no new jumps
    reader.accept(new CheckedClass(writer), 0);
    return writer.toByteArray();
  }

  private static final class CheckedClass extends ClassVisitor {
    CheckedClass(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] types) {
      boolean encloses =
          SnippetNames.topLevelClass(name.replace('/', '.')).equals(name.replace('/', '.'));
      // other snippets use what is in it, and may be loaded apart from it
      int openAccess = encloses ? access | Opcodes.ACC_PUBLIC : access;
      super.visit(version, openAccess, name, signature, parent, types);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new CheckedMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class CheckedMethod extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    CheckedMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      insertCheck();
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      if (passed.contains(target)) {
        insertCheck();
      }
      super.visitJumpInsn(opcode, target);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean exits = name.equals("exit") || name.equals("halt");
      if (exits && owner.equals("java/lang/System")) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, EXIT_OWNER, "exit", "(I)V", false);
      } else if (exits && owner.equals("java/lang/Runtime")) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, EXIT_OWNER, "exit", "(Ljava/lang/Runtime;I)V", false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    private void insertCheck() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECK_OWNER, "check", "()V", false);
    }
  }
}
