Console.WriteLine("ContactCenter.Core");
